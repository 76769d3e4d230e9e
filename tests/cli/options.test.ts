import { expect, test } from 'vitest';
import { parseStartOptions } from '../../src/cli/start/options.mjs';
import { parseTestOptions, stageNames } from '../../src/cli/test/options.mjs';

test('npm start serves this machine on port 4321 unless told otherwise', () => {
  expect(parseStartOptions([])).toEqual({ type: 'serve', port: 4321, host: '127.0.0.1' });
  expect(parseStartOptions(['--port', '80', '--host=0.0.0.0'])).toEqual({
    type: 'serve',
    port: 80,
    host: '0.0.0.0',
  });
});

test('npm test runs everything, or some stages in their usual order', () => {
  expect(parseTestOptions([])).toEqual({ type: 'run', stages: stageNames });
  expect(parseTestOptions(['--only', 'unit, lint'])).toEqual({
    type: 'run',
    stages: ['lint', 'unit'],
  });
});

test('stages that look at the built site bring the build with them', () => {
  expect(parseTestOptions(['--only', 'browser'])).toEqual({
    type: 'run',
    stages: ['build', 'browser'],
  });
});

test.each([
  [['--port', 'high']],
  [['--port', '0']],
  [['--port', '65536']],
  [['--port', '-1']],
  [['--port']],
  [['--host=']],
  [['--prot', '1']],
  [['4321']],
])('npm start -- %j is refused in one line', (args) => {
  expect(parseStartOptions(args)).toEqual({ type: 'bad', reason: expect.stringMatching(/^.+$/) });
});

test.each([[['--only', 'lnt']], [['--only']], [['--only=']], [['lint']], [['--fast']]])(
  'npm test -- %j is refused in one line',
  (args) => {
    expect(parseTestOptions(args)).toEqual({ type: 'bad', reason: expect.stringMatching(/^.+$/) });
  },
);
