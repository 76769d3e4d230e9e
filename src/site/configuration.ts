/** What is said about the site itself, in one place. */
export const configuration = {
  name: 'Pull the Plug',
  description:
    'Articles about keeping a mail server running when something breaks, in which the thing that breaks is on the page.',
  language: 'en-GB',
  author: 'The authors of Pull the Plug',
} as const;
