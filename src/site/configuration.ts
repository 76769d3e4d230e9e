/** What is said about the site itself, in one place. */
export const configuration = {
  name: 'Pull the Plug',
  description:
    'Articles about keeping a mail server running when something breaks, in which the thing that breaks is on the page.',
  language: 'en-GB',
  author: 'The authors of Pull the Plug',
  /** What readers may do with the texts; stands in the footer of every page. */
  rights: 'No licence has been chosen yet.',
} as const;
