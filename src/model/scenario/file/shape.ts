import * as v from 'valibot';
import type { Profile } from '../types.ts';
import {
  closed,
  duration,
  durationWithin,
  failback,
  id,
  letter,
  listOf,
  oneOf,
  policy,
  text,
  whole,
  yesOrNo,
} from './leaves.ts';
import { isProfile, profileObjection } from './profile.ts';
import { show } from './words.ts';

const LARGEST_SEED = 4_294_967_295;
const LONGEST_STEP = 86_400_000;

const named = { id, name: v.optional(text) };
const ids = (what: string) => v.optional(listOf(`${what} ids`, id));
const powered = { ...named, feeds: ids('feed') };

const node = closed('a node', {
  ...powered,
  paths: v.optional(whole(1, 2)),
  subnet: v.optional(id),
  'boot-delay': v.optional(duration),
});

const network = closed('a network', {
  ...named,
  role: oneOf(['none', 'internal', 'client', 'mixed']),
  switches: ids('switch'),
  teamed: v.optional(yesOrNo),
});

const disk = closed('a disk', {
  id,
  letter,
  holds: oneOf(['quorum', 'logs', 'database', 'data']),
  root: v.optional(id),
});

const storage = closed('the storage', {
  ...powered,
  controllers: ids('controller'),
  disks: listOf('disks', disk),
});

const resource = closed('a resource', {
  ...named,
  type: oneOf([
    'physical-disk',
    'ip-address',
    'network-name',
    'system-attendant',
    'information-store',
    'mailbox-database',
    'generic',
  ]),
  'depends-on': ids('resource'),
  'depends-on-any': ids('resource'),
  'possible-owners': ids('node'),
  'affects-group': v.optional(yesOrNo),
  restart: v.optional(yesOrNo),
  'restart-threshold': policy('RestartThreshold'),
  'restart-period': policy('RestartPeriod'),
  'retry-period': policy('RetryPeriodOnFailure'),
  'pending-timeout': policy('PendingTimeout'),
  'looks-alive': policy('LooksAlivePollInterval'),
  'is-alive': policy('IsAlivePollInterval'),
  disk: v.optional(id),
  disks: ids('disk'),
  network: v.optional(id),
  address: v.optional(
    v.pipe(
      text,
      v.ipv4(({ input }) => `"${input}" is not an address; write one such as 10.0.0.50`),
    ),
  ),
  online: v.optional(durationWithin(1, LONGEST_STEP)),
  offline: v.optional(durationWithin(1, LONGEST_STEP)),
});

const group = closed('a group', {
  ...named,
  owner: id,
  'preferred-owners': ids('node'),
  failback: v.optional(failback),
  'anti-affinity': v.optional(text),
  'failover-threshold': policy('FailoverThreshold'),
  'failover-period': policy('FailoverPeriod'),
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
  quorum: v.optional(
    oneOf(['disk', 'node-majority', 'node-and-file-share-majority', 'node-and-disk-majority']),
  ),
  feeds: v.optional(listOf('feeds', closed('a feed', named))),
  switches: v.optional(listOf('switches', closed('a switch', powered))),
  nodes: listOf('nodes', node),
  networks: listOf('networks', network),
  storage,
  witness: v.optional(closed('the witness', { ...named, network: id })),
  groups: listOf('groups', group),
  try: v.optional(listOf('tries', attempt)),
});

/** A file that has the right shape, with durations in milliseconds. Whether its ids fit is another question. */
export type FileShape = v.InferOutput<typeof fileShape>;
