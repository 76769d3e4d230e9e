import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { Instant, Occurrence } from '#model';
import { chainOf, sayClock } from '#story';
import type { Telling } from '#stores';

interface ChainProperties {
  readonly telling: Telling;
  readonly occurrence: Occurrence;
}

function Chain({ telling, occurrence }: ChainProperties): VNode {
  const { execution, firstActionAt, words } = telling;
  const chain = chainOf(execution.occurrences, occurrence.id).slice(0, -1);
  if (chain.length === 0) {
    return <p class="chain-note">You did this: it has no cause in the cluster.</p>;
  }
  return (
    <ol class="chain" aria-label="What led to it">
      {chain.map((cause) => (
        <li key={cause.id}>
          <span class="log-time">{sayClock(cause.at, firstActionAt ?? 0)}</span>{' '}
          {words.sentenceFor(execution.run.plan, cause).text}
        </li>
      ))}
    </ol>
  );
}

interface LogEntryProperties extends ChainProperties {
  /** True for what happened last. */
  readonly current: boolean;
  readonly seek: (at: Instant) => void;
}

/** One occurrence: when, what, why; pressed, the chain of causes back to what the reader did. */
export function LogEntry({ telling, occurrence, current, seek }: LogEntryProperties): VNode {
  const [open, setOpen] = useState(false);
  const { execution, firstActionAt, words } = telling;
  const { text, why } = words.sentenceFor(execution.run.plan, occurrence, execution.occurrences);
  const action = occurrence.rule === null;
  return (
    <li class="log-entry" data-kind={occurrence.kind} data-action={action} data-current={current}>
      <span class="log-time">{sayClock(occurrence.at, firstActionAt ?? 0)}</span>
      <div>
        <button type="button" class="log-text" aria-expanded={open} onClick={() => setOpen(!open)}>
          {text}
        </button>
        <p class="log-why">{why}</p>
        {open && (
          <div class="log-more">
            <Chain telling={telling} occurrence={occurrence} />
            <button type="button" class="small" onClick={() => seek(occurrence.at)}>
              Go to this moment
            </button>
          </div>
        )}
      </div>
    </li>
  );
}
