import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectContent, scenarioFile, scenarioIds } from '../../../src/authoring/content.ts';
import { basesIn } from '../../../src/authoring/scenarios/load.ts';
import { assemble } from '../../../src/authoring/scenarios/parse.ts';
import { plain } from '../../../src/authoring/yaml/tree.ts';

/** What each version of each scenario contains, as `scc-split@1` with a hash. */
export type Versions = Readonly<Record<string, string>>;

const LOCK = join(import.meta.dirname, '..', 'scenario-versions.json');

/** JSON that does not depend on the order of keys. */
function canonical(data: unknown): string {
  return JSON.stringify(data, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}

/** The hash of what a file says, its base merged in; comments, layout and the version itself do not count. */
export function hashOf(data: Readonly<Record<string, unknown>>): string {
  const { version: _version, changes: _changes, ...content } = data;
  return createHash('sha256').update(canonical(content)).digest('hex').slice(0, 16);
}

/** The present version of every scenario. */
export function presentVersions(): Versions {
  const content = projectContent();
  const entries = scenarioIds(content).map((id) => {
    const file = scenarioFile(content, id);
    const tree = file && assemble(file, basesIn(content)).tree;
    const data = (tree ? plain(tree) : {}) as Record<string, unknown>;
    return [`${id}@${String(data['version'])}`, hashOf(data)];
  });
  return Object.fromEntries(entries);
}

/** The versions that have been recorded, all that ever were. */
export function recordedVersions(): Versions {
  return JSON.parse(readFileSync(LOCK, 'utf8')) as Versions;
}

/** Adds versions that are new to the record. What has been recorded stays as it is. */
export function record(present: Versions, recorded: Versions): void {
  const all = Object.entries({ ...present, ...recorded });
  const sorted = all.sort(([one], [other]) => (one < other ? -1 : 1));
  writeFileSync(LOCK, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
}

/**
 * What an author has to do about the versions of scenarios. A scenario nobody has put on record is
 * being written; no link can mean it yet.
 */
export function versionProblems(present: Versions, recorded: Versions): string[] {
  return Object.entries(present).flatMap(([name, hash]) => {
    const isNew = name.endsWith('@1') && recorded[name] === undefined;
    if (isNew || recorded[name] === hash) return [];
    const file = `content/scenarios/${name.replace(/@.*/, '')}.yaml`;
    return recorded[name] === undefined
      ? [`${name} is a new version; record it: RECORD_VERSIONS=1 npm test -- --only unit`]
      : [
          `${name} is not what it was when that version was recorded, and links to it would show something else. ` +
            `Give ${file} (and whatever extends it) a new "version", say under "changes" what changed, ` +
            `then record it: RECORD_VERSIONS=1 npm test -- --only unit`,
        ];
  });
}
