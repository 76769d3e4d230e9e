import { act, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Announcer } from '#components/simulation/Announcer.tsx';
import { openSimulation } from './support/view.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An announcer of a live run, and what it says after a time. */
function listening() {
  const simulation = openSimulation();
  const { rerender } = render(<Announcer view={simulation.$view.get()} />);
  const after = async (time: number): Promise<string> => {
    await act(() => {
      rerender(<Announcer view={simulation.$view.get()} />);
    });
    await act(() => {
      vi.advanceTimersByTime(time);
    });
    return screen.getAllByRole('status').at(-1)?.textContent ?? '';
  };
  return { simulation, after };
}

test('says nothing at rest, and a decision soon after it was made', async () => {
  const { simulation, after } = listening();
  expect(await after(5_000)).toBe('');
  simulation.act('power-off NODE1');
  expect(await after(200)).toContain("You cut NODE1's power.");
});

test('waits two seconds before it speaks again, and then says only the latest', async () => {
  const { simulation, after } = listening();
  simulation.act('power-off NODE1');
  const first = await after(200);
  simulation.seek(Number.MAX_SAFE_INTEGER);
  expect(await after(1_500)).toBe(first);
  const last = await after(1_000);
  expect(last).toContain('clients are connected.');
  expect(last.split('.').length).toBeLessThanOrEqual(4);
});

test('says a refusal in place of news', async () => {
  const { simulation, after } = listening();
  simulation.act('mend private');
  expect(await after(200)).toMatch(/already\.$/);
});

test('says nothing when time is taken back', async () => {
  const { simulation, after } = listening();
  simulation.act('power-off NODE1');
  const told = await after(200);
  simulation.seek(0);
  expect(await after(5_000)).toBe(told);
});
