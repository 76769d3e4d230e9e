/** What is said about the site itself, in one place. */
export const configuration = {
  name: 'Pull the Plug',
  description:
    'Articles about keeping a mail server running when something breaks, in which the thing that breaks is on the page.',
  language: 'en-GB',
  /** Who wrote an article whose front matter names nobody. */
  author: 'The authors of Pull the Plug',
  /** The article that the home page sends a new reader to; the newest if there is no such article. */
  firstArticle: 'single-copy-clusters',
  /**
   * Who gives the entries of feeds their names (`tag:` addresses, RFC 4151), and since which year.
   * Readers' programs tell old from new by these names: never change them once a feed is public.
   */
  feedAuthority: 'pull-the-plug.example,2026',
  /** How many articles a page of a tag or category shows with their excerpts. */
  articlesPerPage: 10,
  /** How many articles a page of the archive lists by title. */
  titlesPerPage: 60,
  /** How many articles a feed carries, the newest first. */
  articlesPerFeed: 40,
} as const;
