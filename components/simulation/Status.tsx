import type { VNode } from 'preact';
import { countMail } from '#model';
import { outagesIn, sayClock } from '#story';
import type { Service, Tone } from '#story';
import type { View } from '#stores';
import { Glyph } from './Glyph.tsx';

const SERVICES: Readonly<Record<Service, { word: string; tone: Tone }>> = {
  online: { word: 'Online', tone: 'online' },
  degraded: { word: 'Degraded', tone: 'pending' },
  'coming-back': { word: 'Coming back', tone: 'pending' },
  down: { word: 'Down', tone: 'failed' },
};

function outageSoFar({ telling, cursor }: View): number {
  return outagesIn(telling.chronicle.service)
    .filter(({ from }) => from <= cursor)
    .reduce((sum, { from, to }) => sum + Math.min(to, cursor) - from, 0);
}

function ownersSoFar({ telling, cursor }: View): string {
  const owners = telling.chronicle.owner.filter(({ from }) => from <= cursor);
  const last = owners.slice(-2).map(({ value }) => value);
  return last.join(' → ');
}

/** The four answers that people ask for first: is it up, for how long not, is mail lost, who has it. */
export function Status({ view }: { readonly view: View }): VNode {
  const { frame, telling } = view;
  const { word, tone } = SERVICES[frame.service];
  const outage = outageSoFar(view);
  const mail = countMail(telling.execution.run.plan, view.world, view.cursor);
  const down = frame.service !== 'online';
  return (
    <dl class="status">
      <div class="status-service" data-tone={tone}>
        <dt class="unseen">Mail service</dt>
        <dd>
          <Glyph tone={tone} />
          {word}
        </dd>
      </div>
      <div>
        <dd>{sayClock(Math.round(outage / 1_000) * 1_000, 0).padStart(5, '0')}</dd>
        <dt>{down ? 'outage so far' : 'outage'}</dt>
      </div>
      <div>
        <dd>{mail.lost}</dd>
        <dt>messages lost</dt>
      </div>
      <div>
        <dd>{mail.waiting}</dd>
        <dt>waiting</dt>
      </div>
      <div class="status-owner">
        <dd>{ownersSoFar(view)}</dd>
        <dt>owner</dt>
      </div>
    </dl>
  );
}
