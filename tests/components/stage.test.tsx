import { fireEvent, render, screen, within } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { Stage } from '#components/simulation/stage/Stage.tsx';
import type { Hands } from '#components/simulation/stage/Part.tsx';
import { openSimulation } from './support/view.ts';

const { frame } = openSimulation().$view.get();

function hands(ready = true): Hands {
  return { ready, press: vi.fn<Hands['press']>(), hint: vi.fn<Hands['hint']>() };
}

test('without hands the picture has no buttons, and says the same', () => {
  const { container } = render(<Stage frame={frame} hands={null} />);
  expect(container.querySelectorAll('button')).toHaveLength(0);
  expect(container.textContent).toContain('NODE1');
  expect(container.textContent).toContain('Mailbox database');
});

test('a press on a part is told as its action, and pointing at it as what it would do', () => {
  const given = hands();
  const { container } = render(<Stage frame={frame} hands={given} />);
  const power = container.querySelector('[data-action="power-off NODE1"]');
  if (!power) throw new Error('NODE1 has no power switch');
  fireEvent.pointerEnter(power);
  expect(given.hint).toHaveBeenLastCalledWith("Cut NODE1's power");
  fireEvent.click(power);
  expect(given.press).toHaveBeenCalledExactlyOnceWith('power-off NODE1');
});

test('until the simulation lives its parts cannot be pressed', () => {
  const { container } = render(<Stage frame={frame} hands={hands(false)} />);
  const parts = [...container.querySelectorAll('button')];
  expect(parts.length).toBeGreaterThan(5);
  expect(parts.every(({ disabled }) => disabled)).toBe(true);
});

test('every part says what it is and what a press does', () => {
  const { container } = render(<Stage frame={frame} hands={hands()} />);
  const names = [...container.querySelectorAll('button')].map(({ textContent }) => textContent);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/\w.*: [A-Z]/s);
});

test('the cabinet of the owner holds the resources, the other stands by', () => {
  const simulation = openSimulation();
  simulation.act('power-off NODE1');
  simulation.seek(Number.MAX_SAFE_INTEGER);
  render(<Stage frame={simulation.$view.get().frame} hands={null} />);
  const cabinet = (name: string) =>
    within(screen.getAllByRole('group', { name }).at(-1) as HTMLElement);
  expect(cabinet('NODE2').getByText('Mailbox database')).toBeTruthy();
  expect(cabinet('NODE1').queryByText('Mailbox database')).toBeNull();
  expect(cabinet('NODE1').getByText('powered off')).toBeTruthy();
});

test('a server that stands alone has one cabinet and no heartbeat', () => {
  const alone = openSimulation('one-server').$view.get().frame;
  const { container } = render(<Stage frame={alone} hands={null} />);
  expect(container.querySelectorAll('.cabinet')).toHaveLength(1);
  expect(container.querySelector('.heartbeat')).toBeNull();
});
