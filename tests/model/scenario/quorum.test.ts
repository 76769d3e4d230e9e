import { describe, expect, test } from 'vitest';
import { checkScenario } from '#model/schema';
import { largeFile, problemsWith, soundFile, withValue } from './support.ts';

/** A sound file with a quorum, and whatever the disk Q holds then. */
function withQuorum(quorum: string, holds: string, rest: object = {}) {
  const file = withValue(soundFile(), 'storage.disks.0.holds', holds);
  return Object.assign(file, { quorum, ...rest });
}

const witness = { id: 'share', network: 'public' };

describe('who decides', () => {
  test.each([
    ['disk', 'quorum', {}],
    ['node-majority', 'data', {}],
    ['node-and-file-share-majority', 'data', { witness }],
    ['node-and-disk-majority', 'quorum', { profile: 'windows-server-2008' }],
  ])('%s is possible where disk Q holds %s', (quorum, holds, rest) => {
    const { scenario, problems } = checkScenario('x', withQuorum(quorum, holds, rest));
    expect(problems).toEqual([]);
    expect(scenario?.quorum).toBe(quorum);
  });

  test('a cluster that says nothing has the quorum on a disk', () => {
    expect(checkScenario('x', soundFile()).scenario?.quorum).toBe('disk');
  });

  test('the vote of a disk came with Windows Server 2008 (bb676571)', () => {
    expect(problemsWith('title', 'x', withQuorum('node-and-disk-majority', 'quorum'))).toEqual([
      'quorum: node-and-disk-majority is known since Windows Server 2008; choose another, or another profile',
    ]);
  });

  test.each([
    ['node-majority', {}],
    ['node-and-file-share-majority', { witness }],
  ])('%s asks no disk', (quorum, rest) => {
    expect(problemsWith('title', 'x', withQuorum(quorum, 'quorum', rest))).toEqual([
      `storage.disks: the quorum ${quorum} asks no disk; let disk Q hold "data"`,
    ]);
  });

  test('a vote of a disk needs exactly one', () => {
    const rest = { profile: 'windows-server-2008' };
    expect(problemsWith('title', 'x', withQuorum('node-and-disk-majority', 'data', rest))).toEqual([
      'storage.disks: no disk holds the quorum; exactly one disk has to say "holds: quorum"',
    ]);
  });

  test('a file share needs its witness, and nobody else asks one', () => {
    const file = withQuorum('node-and-file-share-majority', 'data');
    expect(problemsWith('title', 'x', file)).toEqual([
      'quorum: node-and-file-share-majority asks a file share; say where it is with "witness"',
    ]);
    expect(problemsWith('witness', witness)).toEqual([
      'witness: nobody asks the witness: write "quorum: node-and-file-share-majority" or leave it out',
    ]);
    expect(problemsWith('witness.network', 'publik', { ...file, witness: { ...witness } })).toEqual(
      ['witness.network: there is no network "publik"; did you mean "public"? (private, public)'],
    );
  });

  test('a server that stands alone asks nobody', () => {
    const alone = {
      ...withQuorum('node-majority', 'data'),
      nodes: [{ id: 'NODE1' }],
      try: undefined,
    };
    Reflect.deleteProperty(alone, 'try');
    expect(problemsWith('title', 'x', alone)).toEqual([
      'quorum: a server that stands alone has no quorum; leave the key out',
    ]);
    expect(problemsWith('quorum', undefined, alone)).toEqual([]);
    expect(checkScenario('x', alone).scenario?.quorum).toBeNull();
  });

  test('a word that is not known is not blamed on the disks', () => {
    expect(problemsWith('quorum', 'majority', largeFile())).toHaveLength(1);
  });
});
