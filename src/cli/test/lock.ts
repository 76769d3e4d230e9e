interface LockEntry {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/**
 * Says what is wrong with a lock. A registry that lacks the newest platform packages makes npm
 * leave them out of the lock silently, after which `npm ci` fails on other systems; and an address
 * of a registry would tie everybody to the one that was used here.
 * @param text content of package-lock.json
 * @returns one line per problem, none if all is well
 */
export function lockProblems(text: string): string[] {
  const { packages } = JSON.parse(text) as { packages: Readonly<Record<string, LockEntry>> };
  return Object.entries(packages).flatMap(([path, entry]) => [
    ...(entry.resolved === undefined
      ? []
      : [`${path}: has an address; .npmrc keeps addresses out, install again with it in place`]),
    ...Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !isLocked(packages, path, name))
      .map((name) => `${path || 'package.json'}: ${name} is missing; take an older version of it`),
  ]);
}

/** Whether a package that another one asks for is in the lock, there or in a folder above. */
function isLocked(packages: object, path: string, name: string): boolean {
  if (`${path === '' ? '' : `${path}/`}node_modules/${name}` in packages) return true;
  if (path === '') return false;
  return isLocked(
    packages,
    path.slice(0, Math.max(0, path.lastIndexOf('node_modules/') - 1)),
    name,
  );
}
