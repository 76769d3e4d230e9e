import type { VNode } from 'preact';
import type { ClientsView } from '#story';
import { memo } from '../memo.ts';

const STEP = 16;

/** One path for all marks of a kind: a square of 11 for each, with a little roundness from its stroke. */
function squares(marks: readonly boolean[], connected: boolean): string {
  return marks
    .map((mark, index) => (mark === connected ? `M${index * STEP + 2} 2h9v9h-9z` : ''))
    .join('');
}

function ClientsInner({ clients }: { readonly clients: ClientsView }): VNode {
  const { marks, count, word, tone } = clients;
  return (
    <div class="clients area-clients">
      <span class="clients-label">Outlook · {count} mailboxes</span>
      <svg class="marks" viewBox={`0 0 ${marks.length * STEP - 3} 13`} aria-hidden="true">
        <path class="mark-connected" d={squares(marks, true)} />
        <path class="mark-waiting" d={squares(marks, false)} />
      </svg>
      <span class="clients-word" data-tone={tone}>
        {word}
      </span>
    </div>
  );
}

/** The people at their desks: a mark for every few, filled while they are connected. */
export const Clients = memo(ClientsInner);
