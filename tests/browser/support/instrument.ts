import type { Locator, Page } from '@playwright/test';
import { expect } from './test.ts';
import { ready } from './ready.ts';

/** The article that every journey starts in, and the simulation its first paragraph talks about. */
export const ARTICLE = 'articles/single-copy-clusters/';
export const FIRST = 'scc-two-nodes';

/** What a simulation says about itself on its root. */
interface State {
  readonly service?: string;
  readonly owner?: string;
  readonly phase?: string;
  readonly instant?: number;
  readonly playing?: boolean;
  readonly ready?: boolean;
}

/** A simulation on a page, in the words of somebody who uses it. */
export class Instrument {
  readonly page: Page;
  readonly id: string;
  readonly root: Locator;
  readonly stage: Locator;
  readonly log: Locator;
  readonly slider: Locator;
  readonly status: Locator;

  constructor(page: Page, id: string = FIRST) {
    this.page = page;
    this.id = id;
    this.root = page.locator(`[data-simulation="${id}"]`);
    this.stage = this.root.locator('.stage');
    this.log = this.root.locator('.log');
    this.slider = this.root.getByRole('slider', { name: 'Time' });
    this.status = this.root.getByRole('status');
  }

  /** Waits until it can be used. */
  ready(): Promise<void> {
    return ready(this.page, this.id);
  }

  /** A link or button in the article's text that does something to this simulation. */
  sentence(action: string): Locator {
    return this.page.locator(`[data-do="${action}"][data-in="${this.id}"]`);
  }

  /** A part of the picture, by what pressing it does. */
  part(action: string): Locator {
    return this.stage.locator(`[data-action="${action}"]`);
  }

  button(name: string | RegExp): Locator {
    return this.root.getByRole('button', { name, exact: typeof name === 'string' });
  }

  /** A line of the log, by its words. */
  entry(text: string): Locator {
    return this.log.getByRole('listitem').filter({ has: this.entryButton(text) });
  }

  entryButton(text: string): Locator {
    return this.page.getByRole('button', { name: text, exact: true });
  }

  cabinet(node: string): Locator {
    return this.stage.getByRole('group', { name: node, exact: true });
  }

  async setSpeed(speed: number): Promise<void> {
    await this.root.getByLabel('Speed').selectOption(String(speed));
  }

  /** Where the cursor stands, in milliseconds of the scenario. */
  async instant(): Promise<number> {
    return Number(await this.root.getAttribute('data-instant'));
  }

  /** Expects what the root says, waiting for it. */
  async expectState(state: State): Promise<void> {
    for (const [name, value] of Object.entries(state)) {
      await expect(this.root).toHaveAttribute(`data-${name}`, String(value));
    }
  }

  /** Waits until the run has been played to its end. */
  async expectPlayedOut(): Promise<void> {
    await this.expectState({ phase: 'done', playing: false });
  }
}

/** Opens the article and brings one of its simulations to life. */
export async function openInstrument(page: Page, id: string = FIRST): Promise<Instrument> {
  await page.goto(ARTICLE);
  const instrument = new Instrument(page, id);
  await instrument.ready();
  return instrument;
}
