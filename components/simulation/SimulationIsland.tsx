import { useStore } from '@nanostores/preact';
import type { VNode } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { unpackScenario } from '#model';
import { createSimulation } from '#stores';
import type { Simulation, View } from '#stores';
import { Announcer } from './Announcer.tsx';
import { Boundary } from './Boundary.tsx';
import { Choices } from './Choices.tsx';
import { Controls } from './Controls.tsx';
import { Log } from './Log.tsx';
import { Status } from './Status.tsx';
import { TimeLine } from './TimeLine.tsx';
import { connectProse } from './connect-prose.ts';
import type { Hands } from './stage/Part.tsx';
import { Stage } from './stage/Stage.tsx';
import type * as words from './words.ts';

interface SimulationIslandProperties {
  /** Unique on its page; `<Do>` and `<Reading>` find it by this. */
  readonly id: string;
  /** A packed scenario: much smaller on the page than Astro's own writing of a structure. */
  readonly scenario: string;
}

type LoadedWords = typeof words;

const REST = 'Press any part of the picture to break it.';
const NOT_LOADED = 'What this needs could not be loaded. Reload the page to try again.';

function wantsNoMotion(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Loads what the core of the model does not know, for a simulation. */
async function equip(simulation: Simulation): Promise<void> {
  simulation.equip((await import('./kit.ts')).wholeKit);
}

/** What pressing does: act, then play on, unless the reader has asked for no motion. */
function pressWith(simulation: Simulation): (action: string) => void {
  const act = (action: string): void => {
    simulation.act(action);
    if (simulation.$view.get().refusal === '' && !wantsNoMotion()) simulation.play();
  };
  return (action) => {
    if (!simulation.lacksKitFor(action)) return act(action);
    equip(simulation).then(
      () => act(action),
      () => simulation.refuse(NOT_LOADED),
    );
  };
}

/** How many occurrences the cursor has passed. */
function happenedBy({ telling, cursor }: View): number {
  const next = telling.execution.occurrences.findIndex(({ at }) => at > cursor);
  return next < 0 ? telling.execution.occurrences.length : next;
}

/** A function to be told of what a simulation cannot do without and that did not come: then it is broken. */
function useBreaking(): (error: unknown) => void {
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
  const fail = useCallback((error: unknown) => setFailure({ error }), []);
  if (failure) throw failure.error;
  return fail;
}

/** The words of a live run, loaded once it lives in a browser; null until they are there. */
function useWords(fail: (error: unknown) => void): LoadedWords | null {
  const [words, setWords] = useState<LoadedWords | null>(null);
  useEffect(() => void import('./words.ts').then(setWords, fail), [fail]);
  return words;
}

function Instrument({ id, scenario: text }: SimulationIslandProperties): VNode {
  const fail = useBreaking();
  const words = useWords(fail);
  const [ready, setReady] = useState(false);
  const scenario = useMemo(() => unpackScenario(text), [text]);
  const simulation = useMemo(
    () => createSimulation(scenario, words ?? undefined),
    [scenario, words],
  );
  const view = useStore(simulation.$view);
  const playing = useStore(simulation.$playing);
  const [hint, setHint] = useState('');
  const press = useMemo(() => pressWith(simulation), [simulation]);
  const hands = useMemo((): Hands => ({ ready, press, hint: setHint }), [ready, press]);
  const attempt = useMemo(
    () => (name: string) => {
      simulation.attempt(name);
      if (!wantsNoMotion()) simulation.play();
    },
    [simulation],
  );
  // Nothing can be done before there are words and means for it, and everybody here listens.
  useEffect(() => {
    if (words === null) return;
    if (simulation.lacksKit()) equip(simulation).then(() => setReady(true), fail);
    else setReady(true);
  }, [words, simulation, fail]);
  useEffect(
    () => (ready ? connectProse(id, simulation, press) : undefined),
    [ready, id, simulation, press],
  );
  const { frame, cursor } = view;
  return (
    <section
      class="simulation"
      aria-label={scenario.title}
      data-simulation={id}
      data-scenario={scenario.id}
      data-service={frame.service}
      data-owner={frame.owner}
      data-phase={frame.phase}
      data-instant={cursor}
      data-playing={String(playing)}
      data-ready={String(ready)}
    >
      <Status view={view} />
      <div class="simulation-stage">
        <Stage frame={frame} hands={hands} />
        <p class="hint" aria-hidden="true">
          {view.refusal || hint || (view.telling.firstActionAt === null ? REST : '')}
        </p>
      </div>
      <span data-first-frame-end hidden />
      <Log
        telling={view.telling}
        happened={happenedBy(view)}
        seek={simulation.seek}
        Entry={words?.LogEntry}
      />
      <TimeLine view={view} ready={ready} seek={simulation.seek} />
      <div class="desk">
        <Controls simulation={simulation} view={view} ready={ready} />
        {words && <words.Attempts view={view} show={simulation.showBranch} />}
        <Choices tries={scenario.tries} attempt={attempt} frame={frame} hands={hands} />
      </div>
      <Announcer view={view} />
    </section>
  );
}

/** The instrument: the picture, its log, its time line and its controls over one live run. */
export function SimulationIsland(properties: SimulationIslandProperties): VNode {
  return (
    <Boundary id={properties.id}>
      <Instrument {...properties} />
    </Boundary>
  );
}
