import { importsOf, type Import } from './imports.ts';
import { allowedFor, doorOf, isAllowed, layerOf, packagesOf, type Layer } from './layers.ts';
import type { Rule, SourceFile } from './source.ts';

/** Imports point down, enter a layer through its door, and use the packages meant for the layer. */
export const direction: Rule = (files) =>
  files.flatMap((file) =>
    importsOf(file).flatMap((imported) => {
      const message = objectionTo(file, imported);
      return message === undefined ? [] : [{ file: file.path, line: imported.line, message }];
    }),
  );

function objectionTo(file: SourceFile, imported: Import): string | undefined {
  const from = layerOf(file.path);
  if (imported.target === undefined) return from && packageObjection(from, imported.specifier);
  const to = layerOf(imported.target);
  if (to === undefined) return from && `src must not know ${imported.specifier}; move it into src`;
  if (from !== undefined && !isAllowed(from, to)) {
    return from === 'content'
      ? 'an article imports nothing; components are there by their names'
      : `${from} must not import ${to}; it may import ${allowedFor(from)}`;
  }
  return doorObjection(file.path, from, to, imported.specifier);
}

function packageObjection(from: Layer, specifier: string): string | undefined {
  if (specifier.startsWith('#')) {
    return `${specifier} leads nowhere; the doors are in package.json, "imports"`;
  }
  const allowed = packagesOf[from];
  const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
  if (allowed === undefined || allowed.includes(name)) return undefined;
  return `${from} must not import ${specifier}; it may use ${allowed.join(', ') || 'no package'}`;
}

function doorObjection(
  path: string,
  from: Layer | undefined,
  to: Layer,
  specifier: string,
): string | undefined {
  const door = doorOf(to);
  const throughDoor = specifier.startsWith('#');
  if (from === to) {
    // Components and styles have many doors; one that leads back into the same house is no detour.
    return throughDoor && door === `#${to}`
      ? `${specifier} from inside ${to} is a circle; import the file itself`
      : undefined;
  }
  if (throughDoor || door === undefined) return undefined;
  // The tests of a layer may look at its parts; everybody else's see what everybody sees.
  if (path.startsWith(`tests/${to}/`)) return undefined;
  return `${specifier} enters ${to} by a window; import ${door}`;
}
