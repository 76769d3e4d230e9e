import * as v from 'valibot';
import type { Profile } from '../types.ts';
import { closed, duration, id, listOf, oneOf, text, whole, yesOrNo } from './leaves.ts';
import { isProfile, profileObjection } from './profile.ts';
import { show } from './words.ts';

const LARGEST_SEED = 4_294_967_295;

const node = closed('a node', { id, name: v.optional(text) });

const network = closed('a network', {
  id,
  name: v.optional(text),
  role: oneOf(['internal', 'client', 'mixed']),
});

const disk = closed('a disk', {
  id,
  letter: v.pipe(
    text,
    v.regex(/^[A-Z]:$/, ({ input }) => `"${input}" is not a drive letter; write it as "Q:"`),
  ),
  holds: oneOf(['quorum', 'logs', 'database']),
});

const resource = closed('a resource', {
  id,
  name: v.optional(text),
  type: oneOf([
    'physical-disk',
    'ip-address',
    'network-name',
    'system-attendant',
    'information-store',
    'mailbox-database',
  ]),
  'depends-on': v.optional(listOf('resource ids', id)),
  'affects-group': v.optional(yesOrNo),
  disk: v.optional(id),
  network: v.optional(id),
  address: v.optional(
    v.pipe(
      text,
      v.ipv4(({ input }) => `"${input}" is not an address; write one such as 10.0.0.50`),
    ),
  ),
});

const group = closed('a group', {
  id,
  name: v.optional(text),
  owner: id,
  resources: listOf('resources', resource),
});

const expectation = closed('an expectation', {
  at: v.optional(duration),
  service: v.optional(oneOf(['online', 'degraded', 'coming-back', 'down'])),
  owner: v.optional(id),
  outage: v.optional(
    closed('an expected outage', {
      atLeast: v.optional(duration),
      atMost: v.optional(duration),
    }),
  ),
  messagesLost: v.optional(whole(0, 1_000_000_000)),
  never: v.optional(oneOf(['two-owners'])),
});

const attempt = closed('a try', {
  id,
  label: text,
  do: listOf('timed actions', text),
  expect: v.optional(listOf('expectations', expectation)),
});

const profile = v.custom<Profile>(isProfile, ({ input }) => profileObjection(input));

const mapping = (what: string) =>
  v.record(v.string(), v.unknown(), ({ input }) => `${show(input)} where ${what} are wanted`);

/** A scenario file, its base merged in: which keys there are and what stands behind each. */
export const fileShape = closed('a scenario', {
  title: text,
  version: whole(1, 1_000_000),
  changes: v.optional(mapping('versions with what changed in each')),
  extends: v.optional(id),
  subject: id,
  profile,
  seed: whole(0, LARGEST_SEED),
  start: duration,
  parameters: v.optional(mapping('names of the register with their values')),
  nodes: listOf('nodes', node),
  networks: listOf('networks', network),
  storage: closed('the storage', { id, name: v.optional(text), disks: listOf('disks', disk) }),
  groups: listOf('groups', group),
  try: v.optional(listOf('tries', attempt)),
});

/** A file that has the right shape, with durations in milliseconds. Whether its ids fit is another question. */
export type FileShape = v.InferOutput<typeof fileShape>;
