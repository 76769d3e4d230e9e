import { useEffect, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { Instant } from '#model';
import type { Telling } from '#stores';
import type { LogEntry } from './LogEntry.tsx';
import { memo } from './memo.ts';

interface LogProperties {
  readonly telling: Telling;
  /** How many occurrences lie at or before the cursor: between two of them nothing is drawn again. */
  readonly happened: number;
  readonly seek: (at: Instant) => void;
  /** How an occurrence is drawn; undefined before the words are there, when nothing has happened. */
  readonly Entry: typeof LogEntry | undefined;
}

function LogList({ telling, happened, seek, Entry }: LogProperties): VNode {
  const [all, setAll] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const { execution, words } = telling;
  const { occurrences, run } = execution;
  const past = occurrences.slice(0, happened);
  const shown = all ? past : past.filter((one) => words.weightOf(run.plan, one) !== 'detail');
  const last = shown.at(-1);
  useEffect(() => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [last?.id, all]);
  return (
    <div class="log" role="group" aria-label="What happened, and why">
      <div class="log-head">
        <p class="heading">What happened, and why</p>
        <label class="log-all">
          <input type="checkbox" checked={all} onChange={() => setAll(!all)} /> all events
        </label>
      </div>
      {shown.length === 0 || !Entry ? (
        <p class="log-empty">
          Nothing yet. Break something, and every event will stand here with its reason.
        </p>
      ) : (
        <ol ref={list} class="log-list">
          {shown.map((occurrence) => (
            <Entry
              key={occurrence.id}
              telling={telling}
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

/** Everything that has happened up to the cursor, each with its reason and the chain back to the reader. */
export const Log = memo((properties: LogProperties) => <LogList {...properties} />);
