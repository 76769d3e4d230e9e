import { expect, test } from 'vitest';
import { STATE_CODES } from '#story';

test('a resource is 2 online, 3 offline, 4 failed, 129 and 130 pending (KB 286052)', () => {
  expect(STATE_CODES.resource).toEqual({
    unknown: -1,
    online: 2,
    offline: 3,
    failed: 4,
    'online-pending': 129,
    'offline-pending': 130,
  });
});

test('a group is 0 online, 1 offline, 2 failed, 3 partially online (KB 286052)', () => {
  const { online, offline, failed, 'partially-online': partial } = STATE_CODES.group;
  expect([online, offline, failed, partial]).toEqual([0, 1, 2, 3]);
});

test('a node is 0 up, 1 down, 2 paused, 3 joining (KB 286052)', () => {
  const { up, down, paused, joining } = STATE_CODES.node;
  expect([up, down, paused, joining]).toEqual([0, 1, 2, 3]);
});

test('a network is 0 unavailable, 1 down, 2 partitioned, 3 up (KB 286052)', () => {
  const { unavailable, down, partitioned, up } = STATE_CODES.network;
  expect([unavailable, down, partitioned, up]).toEqual([0, 1, 2, 3]);
});
