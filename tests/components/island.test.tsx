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

const scenario = loadScenario('scc-two-nodes');
const packed = packScenario(scenario);

/** The same with something that the core of the model does not know. */
const needingMore = {
  ...scenario,
  parameters: { ...scenario.parameters, disconnectedOwnerGivesWay: 1 },
};

function island(Island = SimulationIsland, from = packed) {
  const { container } = render(<Island id="test" scenario={from} />);
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

/** The island in a browser that cannot load one of its files. */
async function islandWithout(file: string, from = packed) {
  vi.resetModules();
  vi.doMock(file, () => {
    throw new Error('the network is gone');
  });
  const report = vi.fn<typeof reportError>();
  vi.stubGlobal('reportError', report);
  const { SimulationIsland: Cut } = await import('#components/simulation/SimulationIsland.tsx');
  return { ...island(Cut, from), report };
}

const files = ['#components/simulation/words.ts', '#components/simulation/kit.ts'];

afterEach(() => {
  document.body.replaceChildren();
  for (const file of files) vi.doUnmock(file);
  vi.unstubAllGlobals();
});

test.each(files)(
  'where %s does not come, it says that it has broken and offers the run on paper',
  async (file) => {
    const { container, report } = await islandWithout(file, packScenario(needingMore));
    await waitFor(() => expect(container.querySelector('.broken')).not.toBeNull());
    expect(container.querySelector('.broken a')?.getAttribute('href')).toBe('#test-story');
    expect(report).toHaveBeenCalledOnce();
  },
);

test('where what one action needs does not come, that is said and everything else goes on', async () => {
  document.body.innerHTML = '<p><a data-do="hang NODE1" data-in="test" href="#">Hang NODE1</a></p>';
  const { find } = await islandWithout('#components/simulation/kit.ts');
  const hang = await waitFor(() => {
    const button = document.querySelector('button[data-do]');
    if (!button) throw new Error('the sentence has no button yet');
    return button;
  });
  await act(() => void fireEvent.click(hang));
  await waitFor(() => expect(find('.hint').textContent).toMatch(/could not be loaded/u));
  await act(() => void fireEvent.click(find('.stage [data-action="power-off NODE1"]')));
  await waitFor(() => expect(find('[data-simulation]').dataset['service']).toBe('down'));
});
