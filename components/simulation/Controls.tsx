import { useStore } from '@nanostores/preact';
import type { VNode } from 'preact';
import { SPEEDS } from '#stores';
import type { Simulation, Speed, View } from '#stores';
import { PHASE_NAMES } from './phases.ts';

interface ControlsProperties {
  readonly simulation: Simulation;
  readonly view: View;
  readonly ready: boolean;
}

/** Which of the phases of this run the cursor is in, counted from the first action. */
function phaseCount({ telling, cursor }: View): { index: number; of: number; name: string } {
  const phases = telling.chronicle.phases.filter(({ value }) => value !== 'rest');
  const index = phases.findLastIndex(({ from }) => from <= cursor);
  const phase = phases[index];
  return { index: index + 1, of: phases.length, name: PHASE_NAMES[phase?.value ?? 'rest'] };
}

/** Play or pause, previous phase, next phase, speed, start over; smaller ones after them. They never move. */
export function Controls({ simulation, view, ready }: ControlsProperties): VNode {
  const playing = useStore(simulation.$playing);
  const speed = useStore(simulation.$speed);
  const idle = !ready || view.telling.firstActionAt === null;
  const { index, of, name } = phaseCount(view);
  return (
    <div class="controls" role="group" aria-label="Playback">
      <button
        type="button"
        class="play"
        disabled={idle}
        onClick={playing ? simulation.pause : simulation.play}
      >
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d={playing ? 'M2 1h3v10H2zM7 1h3v10H7z' : 'M2.5 1v10l8-5z'} />
        </svg>
        {playing ? 'Pause' : 'Play'}
      </button>
      <button type="button" disabled={idle} onClick={simulation.previousPhase}>
        ‹ Back
      </button>
      <button type="button" class="next-phase" disabled={idle} onClick={simulation.nextPhase}>
        Next phase ›
      </button>
      <label class="speed">
        <span class="unseen">Speed</span>
        <select
          value={speed}
          disabled={!ready}
          onChange={(event) => simulation.setSpeed(Number(event.currentTarget.value) as Speed)}
        >
          {SPEEDS.map((value) => (
            <option key={value} value={value} selected={value === speed}>
              {value}×
            </option>
          ))}
        </select>
      </label>
      <button type="button" disabled={idle} onClick={simulation.startOver}>
        ↺ Start over
      </button>
      <span class="phase-count">
        {index === 0 ? 'At rest' : `Phase ${index} of ${of} · ${name}`}
      </span>
      <span class="lesser">
        <button type="button" class="small" disabled={idle} onClick={simulation.undo}>
          Undo
        </button>
        <button type="button" class="small" disabled={idle} onClick={simulation.previousEvent}>
          ‹ Event
        </button>
        <button type="button" class="small" disabled={idle} onClick={simulation.nextEvent}>
          Event ›
        </button>
      </span>
    </div>
  );
}
