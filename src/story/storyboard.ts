import { worldAt } from '#model';
import type { Execution, Instant, Occurrence, OccurrenceKind } from '#model';
import { chronicleOf } from './chronicle.ts';
import { sayClock } from './format.ts';
import { frameOf } from './frame/index.ts';
import type { Frame } from './frame/types.ts';
import { phaseAt } from './readings.ts';
import { refusalText } from './refusals.ts';
import { sentenceFor, weightOf } from './sentences/index.ts';
import type { Sentence, Sentences } from './sentences/types.ts';

/** A line of a transcript. */
export interface TranscriptLine extends Sentence {
  readonly time: string;
}

/** One of the pictures that tell a run on paper. */
export interface StoryboardFrame {
  readonly title: string;
  readonly time: string;
  readonly frame: Frame;
  readonly sentence: Sentence;
}

/** What settles a run, the strongest first: the picture in the middle shows one of these. */
const DECISIVE: readonly OccurrenceKind[] = [
  'quorum-forced',
  'quorum-taken',
  'quorum-reserve-refused',
  'quorum-defended',
  'votes-counted',
  'failover-started',
  'group-moved',
  'node-declared-down',
  'cluster-service-stopped',
  'contact-lost',
  'resource-failed',
];

/** What is asked of a cluster in order; anything else that begins a run is a fault. */
const REQUESTS: readonly OccurrenceKind[] = [
  'move-started',
  'group-taken-offline',
  'group-brought-online',
  'resource-taken-offline',
  'resource-brought-online',
  'node-shutting-down',
  'node-paused',
  'cluster-service-stopping',
  'property-set',
  'backup-started',
];

const words: Sentences = { sentenceFor, weightOf, refusalText };

function decisionIn(occurrences: readonly Occurrence[]): Occurrence | undefined {
  for (const kind of DECISIVE) {
    const found = occurrences.find((occurrence) => occurrence.kind === kind);
    if (found) return found;
  }
  return undefined;
}

/** Everything that matters in a run, in order: what happened, when, and why. */
export function transcriptOf(execution: Execution): readonly TranscriptLine[] {
  const { plan } = execution.run;
  const zero = execution.occurrences[0]?.at ?? 0;
  return execution.occurrences
    .filter((occurrence) => weightOf(plan, occurrence) !== 'detail')
    .map((occurrence) => ({
      time: sayClock(occurrence.at, zero),
      ...sentenceFor(plan, occurrence, execution.occurrences),
    }));
}

/** A run in three pictures: the fault, the decision, the result. Empty for a run in which nothing happens. */
export function storyboardOf(execution: Execution): readonly StoryboardFrame[] {
  const { occurrences, steadyAt, run } = execution;
  const { plan } = run;
  const [fault] = occurrences;
  if (!fault) return [];
  const chronicle = chronicleOf(execution, steadyAt + 1);
  const weighty = occurrences.filter((occurrence) => weightOf(plan, occurrence) === 'decision');
  const result = weighty.at(-1) ?? fault;
  const decision = decisionIn(occurrences) ?? result;
  const picture = (title: string, occurrence: Occurrence, at: Instant): StoryboardFrame => ({
    title,
    time: sayClock(at, fault.at),
    frame: frameOf(plan, worldAt(execution, at), occurrences, at, phaseAt(chronicle, at), words),
    sentence: sentenceFor(plan, occurrence, occurrences),
  });
  return [
    picture(REQUESTS.includes(fault.kind) ? 'The request' : 'The fault', fault, fault.at),
    picture('The decision', decision, decision.at),
    picture('The result', result, steadyAt),
  ];
}
