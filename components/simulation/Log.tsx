import { useEffect, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { Occurrence } from '#model';
import { chainOf, sayClock, sentenceFor, weightOf } from '#story';
import type { View } from '#stores';

interface LogProperties {
  readonly view: View;
  readonly seek: (at: number) => void;
}

function Chain({
  view,
  occurrence,
}: {
  readonly view: View;
  readonly occurrence: Occurrence;
}): VNode {
  const { execution, firstActionAt } = view.telling;
  const chain = chainOf(execution.occurrences, occurrence.id).slice(0, -1);
  if (chain.length === 0)
    return <p class="chain-note">You did this: it has no cause in the cluster.</p>;
  return (
    <ol class="chain" aria-label="What led to it">
      {chain.map((cause) => (
        <li key={cause.id}>
          <span class="log-time">{sayClock(cause.at, firstActionAt ?? 0)}</span>{' '}
          {sentenceFor(execution.run.plan, cause).text}
        </li>
      ))}
    </ol>
  );
}

interface EntryProperties extends LogProperties {
  readonly occurrence: Occurrence;
  readonly current: boolean;
}

function Entry({ view, occurrence, current, seek }: EntryProperties): VNode {
  const [open, setOpen] = useState(false);
  const { execution, firstActionAt } = view.telling;
  const { plan } = execution.run;
  const { text, why } = sentenceFor(plan, occurrence);
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
            <Chain view={view} occurrence={occurrence} />
            <button type="button" class="small" onClick={() => seek(occurrence.at)}>
              Go to this moment
            </button>
          </div>
        )}
      </div>
    </li>
  );
}

/** Everything that has happened up to the cursor, each with its reason and the chain back to the reader. */
export function Log({ view, seek }: LogProperties): VNode {
  const [all, setAll] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const { execution } = view.telling;
  const { plan } = execution.run;
  const happened = execution.occurrences.filter(({ at }) => at <= view.cursor);
  const shown = all
    ? happened
    : happened.filter((occurrence) => weightOf(plan, occurrence) !== 'detail');
  const last = shown.at(-1);
  useEffect(() => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [last?.id, all]);
  return (
    <div class="log">
      <div class="log-head">
        <h3>What happened, and why</h3>
        <label class="log-all">
          <input type="checkbox" checked={all} onChange={() => setAll(!all)} /> all events
        </label>
      </div>
      {shown.length === 0 ? (
        <p class="log-empty">
          Nothing yet. Break something, and every event will stand here with its reason.
        </p>
      ) : (
        <ol ref={list} class="log-list">
          {shown.map((occurrence) => (
            <Entry
              key={occurrence.id}
              view={view}
              occurrence={occurrence}
              current={occurrence.at === last?.at}
              seek={seek}
            />
          ))}
        </ol>
      )}
    </div>
  );
}
