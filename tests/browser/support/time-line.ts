import type { Instant } from '#model';
import type { Instrument } from './instrument.ts';
import { expect } from './test.ts';

/** As wide as the slider's thumb, whose middle cannot reach the slider's edges. */
const THUMB = 16;

/** Where on the screen the middle of the thumb is when the slider stands at an instant. */
export async function spotOf(
  { slider }: Instrument,
  at: Instant,
): Promise<{ readonly x: number; readonly y: number }> {
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (!box) throw new Error('the time line is not to be seen');
  const [from, to] = await slider.evaluate((input: HTMLInputElement) => [input.min, input.max]);
  const share = (at - Number(from)) / (Number(to) - Number(from));
  return { x: box.x + THUMB / 2 + share * (box.width - THUMB), y: box.y + box.height / 2 };
}

/** Drags the time line with the mouse from where it stands; ends within a pixel of an instant. */
export async function dragTime(instrument: Instrument, at: Instant): Promise<void> {
  const { page, slider } = instrument;
  const [from, to] = [
    await spotOf(instrument, await instrument.instant()),
    await spotOf(instrument, at),
  ];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
  const perPixel = await slider.evaluate(
    (input: HTMLInputElement) => (Number(input.max) - Number(input.min)) / input.clientWidth,
  );
  expect(Math.abs((await instrument.instant()) - at)).toBeLessThan(2 * perPixel + 100);
}
