import { sharePicture } from '#site';
import { expect, test } from 'vitest';

const card = {
  site: 'Pull the Plug',
  title: 'Single copy clusters: two servers, one set of disks',
  eyebrow: 'Exchange Server 2007 high availability · Part 3 of 5',
  foot: '14 min, plus 4 things to break',
};

test('a shared picture is a PNG of 1200 by 630, not too large to send', async () => {
  const bytes = Buffer.from(await sharePicture(card));
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
  expect(bytes.length).toBeLessThan(200_000);
});

test('the same card is the same picture, another is not', async () => {
  const [one, again, other] = await Promise.all([
    sharePicture(card),
    sharePicture(card),
    sharePicture({ ...card, title: 'Something else' }),
  ]);
  expect(Buffer.compare(one, again)).toBe(0);
  expect(Buffer.compare(one, other)).not.toBe(0);
});
