import { act, cleanup, fireEvent, render, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadScenario } from '#authoring';
import { packScenario } from '#model';
import { SimulationIsland } from '#components/simulation/SimulationIsland.tsx';

// Nobody watches: what is done is told at once and not played.
beforeEach(() => {
  const noMotion = { matches: true } as MediaQueryList;
  vi.spyOn(window, 'matchMedia').mockReturnValue(noMotion);
});
afterEach(cleanup);
afterEach(() => void vi.restoreAllMocks());

const packed = packScenario(loadScenario('scc-two-nodes'));

function island() {
  const { container } = render(<SimulationIsland id="test" scenario={packed} />);
  const find = (selector: string): HTMLElement => {
    const found = container.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`there is no ${selector}`);
    return found;
  };
  return { container, find, ready: () => find('[data-simulation]').dataset['ready'] };
}

test('a simulation cannot be used before it has its words, and then can', async () => {
  const { container, ready } = island();
  expect(ready()).toBe('false');
  const parts = [...container.querySelectorAll<HTMLButtonElement>('.part')];
  expect(parts.every(({ disabled }) => disabled)).toBe(true);
  await waitFor(() => expect(ready()).toBe('true'));
  expect(parts.every(({ disabled }) => disabled)).toBe(false);
});

test('its picture is the same before and after, but for what can be pressed', async () => {
  const { container, find, ready } = island();
  const pictured = (): string => find('.stage').outerHTML.replaceAll(/ disabled(="")?/g, '');
  const before = pictured();
  const elements = [...container.querySelectorAll('*')];
  await waitFor(() => expect(ready()).toBe('true'));
  expect(pictured()).toBe(before);
  expect([...container.querySelectorAll('*')]).toEqual(elements);
});

test('the first thing that is done is told in the picture and in the log', async () => {
  const { find, ready } = island();
  await waitFor(() => expect(ready()).toBe('true'));
  await act(() => void fireEvent.click(find('.stage [data-action="power-off NODE1"]')));
  await waitFor(() => expect(find('.log').textContent).toContain("You cut NODE1's power"));
  expect(find('.stage').textContent).toContain('Nobody can read mail on EXMBX');
});

test('where its words do not come, it says that it has broken and offers the run on paper', async () => {
  vi.resetModules();
  vi.doMock('#components/simulation/words.ts', () => {
    throw new Error('the network is gone');
  });
  const report = vi.fn<typeof reportError>();
  vi.stubGlobal('reportError', report);
  const { SimulationIsland: Wordless } =
    await import('#components/simulation/SimulationIsland.tsx');
  const { container } = render(<Wordless id="test" scenario={packed} />);
  await waitFor(() => expect(container.querySelector('.broken')).not.toBeNull());
  expect(container.querySelector('.broken a')?.getAttribute('href')).toBe('#test-story');
  expect(report).toHaveBeenCalledOnce();
  vi.doUnmock('#components/simulation/words.ts');
  vi.unstubAllGlobals();
});
