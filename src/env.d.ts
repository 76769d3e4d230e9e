import type { ArticlePlan } from '#authoring';

declare global {
  namespace App {
    interface Locals {
      /** What the checks found in the article that is being rendered. */
      article?: ArticlePlan;
    }
  }
}

declare module 'astro' {
  interface AstroClientDirectives {
    /** Comes to life when it is near the screen, or when a sentence of the page wants it. */
    'client:wanted'?: boolean;
  }
}
