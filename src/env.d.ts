import type { ArticlePlan } from '#authoring';

declare global {
  namespace App {
    interface Locals {
      /** What the checks found in the article that is being rendered. */
      article?: ArticlePlan;
      /** Slugs of the terms that the page being rendered has explained. */
      explained?: Set<string>;
    }
  }
}

declare module 'astro' {
  interface AstroClientDirectives {
    /** Comes to life when it is near the screen, or when a sentence of the page wants it. */
    'client:wanted'?: boolean;
  }
}
