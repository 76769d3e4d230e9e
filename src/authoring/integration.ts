import type { AstroIntegration } from 'astro';
import { checkContent } from './check.ts';
import { projectContent } from './content.ts';
import type { ContentFolder } from './content.ts';
import { ContentError, formatProblem } from './problems.ts';

/**
 * Checks what authors write before the site is built and while they write. A build ends with all
 * problems at once; the development server shows them and goes on.
 */
export function authoring(content: ContentFolder = projectContent()): AstroIntegration {
  return {
    name: 'authoring',
    hooks: {
      'astro:build:start'() {
        const problems = checkContent(content);
        if (problems.length > 0) throw new ContentError(problems);
      },
      'astro:server:setup'({ server, logger }) {
        const look = (): void => {
          const problems = checkContent(content);
          for (const problem of problems) logger.error(formatProblem(problem));
          if (problems.length === 0) return;
          const { message } = new ContentError(problems);
          server.ws.send({ type: 'error', err: { message, stack: '' } });
        };
        look();
        server.watcher.on('all', (_event, path) => {
          const file = path.replaceAll('\\', '/');
          if (/\/content\/(?:[^/]+\/)?[^/]+\.(?:mdx?|yaml)$/.test(file)) look();
          // Scenarios and terms are read while a page is rendered, so nothing else knows of a change.
          if (/\.yaml$|\/content\/glossary\//.test(file)) server.ws.send({ type: 'full-reload' });
        });
      },
    },
  };
}
