// The files in the folder `hosting` are made from the table; after a change of it write them anew:
// npx vitest run --project unit tests/hosting/examples.test.ts -u
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { examples } from '../../src/hosting/hosts/index.ts';

const folder = fileURLToPath(new URL('../../hosting/', import.meta.url));

test.each(Object.entries(examples))('%s says what the table says', async (name, text) => {
  await expect(text()).toMatchFileSnapshot(`${folder}${name}`);
});

test('the folder holds these files and no other', () => {
  expect(readdirSync(folder).sort()).toEqual(Object.keys(examples).sort());
});
