import { render } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { memo } from '#components/simulation/memo.ts';

/** A component that counts how often it is drawn. */
function counted() {
  const drawn = vi.fn<() => void>();
  const Counted = memo(({ label }: { readonly label: object | string; readonly on?: boolean }) => {
    drawn();
    return <b>{typeof label === 'string' && label}</b>;
  });
  return { drawn, Counted };
}

test('is drawn again when one of its properties is another one, and only then', () => {
  const { drawn, Counted } = counted();
  const { rerender, container } = render(<Counted label="a" />);
  rerender(<Counted label="a" />);
  expect(drawn).toHaveBeenCalledTimes(1);
  rerender(<Counted label="b" />);
  expect(drawn).toHaveBeenCalledTimes(2);
  expect(container.textContent).toBe('b');
});

test('compares by identity: an equal object is another one', () => {
  const { drawn, Counted } = counted();
  const label = {};
  const { rerender } = render(<Counted label={label} />);
  rerender(<Counted label={label} />);
  expect(drawn).toHaveBeenCalledTimes(1);
  rerender(<Counted label={{}} />);
  expect(drawn).toHaveBeenCalledTimes(2);
});

test('a property that comes or goes is a difference', () => {
  const { drawn, Counted } = counted();
  const { rerender } = render(<Counted label="a" />);
  rerender(<Counted label="a" on />);
  expect(drawn).toHaveBeenCalledTimes(2);
  rerender(<Counted label="a" />);
  expect(drawn).toHaveBeenCalledTimes(3);
});
