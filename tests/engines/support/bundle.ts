import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

/** The name under which the bundle leaves `tracesOf` in an engine. */
export const GLOBAL = 'model';

/** The model and {@link tracesOf} as one classic script for any engine, put together as the site's build does it. */
export async function bundleModel(): Promise<string> {
  const bundle = await rolldown({
    input: fileURLToPath(new URL('in-engine.ts', import.meta.url)),
    platform: 'browser',
  });
  const { output } = await bundle.generate({ format: 'iife', name: GLOBAL });
  await bundle.close();
  return output[0].code;
}
