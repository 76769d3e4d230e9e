import CodeBlock from './CodeBlock.astro';
import Heading2 from './Heading2.astro';
import Heading3 from './Heading3.astro';
import Heading4 from './Heading4.astro';
import Sources from './Sources.astro';
import Table from './Table.astro';

/** What Markdown's own elements become in an article. */
export const proseElements = {
  h2: Heading2,
  h3: Heading3,
  h4: Heading4,
  pre: CodeBlock,
  section: Sources,
  table: Table,
};
