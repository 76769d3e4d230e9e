import type { VNode } from 'preact';
import { valueAt, sayClock } from '#story';
import type { NodeActivity, PhaseKey, Service, Stretch } from '#story';
import type { View } from '#stores';
import { memo } from './memo.ts';
import { PHASE_NAMES } from './phases.ts';
import { scaleOf } from './timeline-scale.ts';
import type { Scale } from './timeline-scale.ts';

/** The share of the width before the first action. */
const BEFORE = 0.07;
/** How wide the lanes are on a wide and on a narrow screen, to know whether a label fits. */
const WIDE_LANE = 780;
const NARROW_LANE = 215;
const PER_LETTER = 7;
/** How far an arrow key moves. */
const STEP_MS = 100;

const WORDS: Readonly<Record<Service | NodeActivity, string>> = {
  online: 'online',
  degraded: 'degraded',
  'coming-back': 'coming back',
  down: 'down',
  active: 'active',
  passive: 'passive',
  paused: 'paused',
  regrouping: 'regrouping',
  arbitrating: 'arbitrating',
  leaving: 'leaving',
  'shutting-down': 'shutting down',
  starting: 'starting',
  hung: 'hung',
  stopped: 'stopped',
  off: 'off',
};

/** States differ in pattern as well as in colour; the patterns are drawn once for a page. */
const PATTERNS: Partial<Readonly<Record<Service | NodeActivity, 'hatched' | 'dotted'>>> = {
  degraded: 'dotted',
  'coming-back': 'dotted',
  regrouping: 'dotted',
  arbitrating: 'dotted',
  paused: 'dotted',
  leaving: 'dotted',
  'shutting-down': 'dotted',
  starting: 'dotted',
  hung: 'hatched',
  down: 'hatched',
  off: 'hatched',
  stopped: 'hatched',
};

function fits(word: string, percent: number): 'always' | 'wide' | 'never' {
  const needed = word.length * PER_LETTER + 12;
  if ((percent * NARROW_LANE) / 100 >= needed) return 'always';
  return (percent * WIDE_LANE) / 100 >= needed ? 'wide' : 'never';
}

interface LaneProperties {
  readonly name: string;
  readonly stretches: readonly Stretch<Service | NodeActivity>[];
  readonly scale: Scale;
  readonly until: number;
}

function LaneInner({ name, stretches, scale, until }: LaneProperties): VNode {
  const seen = stretches.filter(({ from, to }) => from < until && to > scale.from);
  return (
    <div class="lane">
      <span class="lane-name">{name}</span>
      <svg class="lane-track" height="16" aria-hidden="true">
        <rect class="lane-future" width="100%" height="16" rx="4" />
        {seen.map(({ value, from, to }) => {
          const start = scale.place(from);
          const width = Math.max(0.2, scale.place(Math.min(to, until)) - start);
          const word = WORDS[value];
          const pattern = PATTERNS[value];
          return (
            <g key={from} data-value={value}>
              <rect x={`${start}%`} width={`${width}%`} height="16" />
              {pattern && (
                <rect x={`${start}%`} width={`${width}%`} height="16" fill={`url(#${pattern})`} />
              )}
              <text x={`${start}%`} dx="6" y="12" data-fits={fits(word, width)}>
                {word}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}

const Lane = memo(LaneInner);

function saySpot(view: View): string {
  const { telling, cursor, frame } = view;
  const phase: PhaseKey = valueAt(telling.chronicle.phases, cursor) ?? 'rest';
  const zero = telling.firstActionAt;
  if (zero === null) return 'At rest. Nothing has been done yet.';
  return `+${sayClock(cursor, zero)}, ${PHASE_NAMES[phase]}, mail ${WORDS[frame.service]}`;
}

interface TimeLineProperties {
  readonly view: View;
  readonly ready: boolean;
  readonly seek: (at: number) => void;
}

/** The run over time: who was what, with a clock, and a slider that goes anywhere in it. */
export function TimeLine({ view, ready, seek }: TimeLineProperties): VNode {
  const { telling, cursor, seenUntil } = view;
  const { chronicle, execution } = telling;
  const { start, nodes } = execution.run.plan.scenario;
  const zero = telling.firstActionAt ?? start;
  const lead = Math.max(0, Math.round(zero - (telling.end - zero) * BEFORE));
  const scale = scaleOf(lead, telling.end, zero);
  return (
    <div class="time-line">
      <svg class="patterns" width="0" height="0" aria-hidden="true">
        <pattern id="hatched" width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M-1 1l2-2M0 6l6-6M5 7l2-2" />
        </pattern>
        <pattern id="dotted" width="6" height="6" patternUnits="userSpaceOnUse">
          <circle cx="3" cy="3" r="1" />
        </pattern>
      </svg>
      <div class="lanes">
        <Lane name="Mail service" stretches={chronicle.service} scale={scale} until={seenUntil} />
        {nodes.map(({ id }) => (
          <Lane
            key={id}
            name={id}
            stretches={chronicle.nodes[id] ?? []}
            scale={scale}
            until={seenUntil}
          />
        ))}
        <div class="lane clock">
          <span class="lane-name">{telling.firstActionAt === null ? '' : 'Clock'}</span>
          <svg class="lane-track" height="18" aria-hidden="true">
            {telling.firstActionAt !== null &&
              scale.ticks.map((at) => (
                <text key={at} x={`${scale.place(at)}%`} y="14">
                  {at === zero ? '+0:00' : sayClock(at, zero)}
                </text>
              ))}
          </svg>
        </div>
      </div>
      <div class="scrubber">
        <svg class="playhead" height="100%" aria-hidden="true">
          <line x1={`${scale.place(cursor)}%`} x2={`${scale.place(cursor)}%`} y1="6" y2="100%" />
          <circle cx={`${scale.place(cursor)}%`} cy="6" r="6" />
        </svg>
        <input
          type="range"
          aria-label="Time"
          min={lead}
          max={lead + Math.ceil((telling.end - lead) / STEP_MS) * STEP_MS}
          step={STEP_MS}
          value={cursor}
          disabled={!ready || telling.firstActionAt === null}
          aria-valuetext={saySpot(view)}
          onInput={(event) => seek(Number(event.currentTarget.value))}
        />
      </div>
    </div>
  );
}
