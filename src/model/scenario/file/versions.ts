import { wrongValue } from './types.ts';
import type { Check } from './types.ts';

/** Who opens a link to an older version is told what changed, so every version but the first says it. */
export const changesAreTold: Check = ({ version, changes = {} }) => {
  if (version === undefined) return [];
  const told = Object.entries(changes).flatMap(([key, text]) => {
    const path = ['changes', key];
    if (!/^\d+$/.test(key) || Number(key) < 2 || Number(key) > version) {
      const message = `there is no version ${key} that changed anything; versions go from 2 to ${version}`;
      return [{ path, of: 'key' as const, message }];
    }
    const isText = typeof text === 'string' && text.trim() !== '';
    return isText ? [] : [wrongValue(path, 'say in a sentence what changed')];
  });
  if (version === 1 || String(version) in changes) return told;
  const message = `version ${version} does not say what changed; add "changes: { ${version}: … }"`;
  return [...told, wrongValue(['version'], message)];
};
