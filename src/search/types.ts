/** A piece of a page with an address of its own: fragment (empty for the top), heading, text. */
export type Section = readonly [fragment: string, heading: string, text: string];

/** A page of the index. */
export interface IndexedPage {
  /** From the site's root, without a slash at the start. */
  readonly address: string;
  readonly title: string;
  readonly sections: readonly Section[];
}

/** What is searched, as it is written to a file. */
export interface SearchIndex {
  readonly pages: readonly IndexedPage[];
}
