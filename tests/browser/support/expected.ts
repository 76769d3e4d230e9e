import { loadScenario } from '#authoring';
import { must, parseAction, planOf, worldAt } from '#model';
import type { Instant, Occurrence, OccurrenceKind } from '#model';
import { phaseAt, readingText } from '#story';
import * as words from '#story/words';
import { wholeKit } from '#model/whole';
import type { PhaseKey, ReadingName, Sentence } from '#story';
import { tellingOf } from '#stores';
import type { Telling } from '#stores';

/** What the model says must be seen on a page; asked here so that no test knows an instant by heart. */
export class Expected {
  readonly telling: Telling;

  private constructor(telling: Telling) {
    this.telling = telling;
  }

  /** The run of actions done one after another, each 1 ms after its cursor; at rest with none. */
  static run(
    scenario: string,
    ...steps: readonly { readonly cursor: Instant; readonly action: string }[]
  ): Expected {
    const plan = planOf(loadScenario(scenario));
    const actions = steps.map(({ cursor, action }) => ({
      at: cursor + 1,
      action: parseAction(plan, action),
    }));
    return new Expected(tellingOf(plan, actions, words, wholeKit));
  }

  /** The run of a single action, done by a reader who has not moved yet. */
  static of(scenario: string, action: string): Expected {
    return Expected.run(scenario, { cursor: loadScenario(scenario).start, action });
  }

  get end(): Instant {
    return this.telling.end;
  }

  /** The first occurrence of a kind. */
  first(kind: OccurrenceKind): Occurrence {
    const found = this.telling.execution.occurrences.find((occurrence) => occurrence.kind === kind);
    return must({ [kind]: found }, kind) as Occurrence;
  }

  sentence(kind: OccurrenceKind): Sentence {
    return words.sentenceFor(this.telling.execution.run.plan, this.first(kind));
  }

  phase(at: Instant): PhaseKey {
    return phaseAt(this.telling.chronicle, at);
  }

  reading(name: ReadingName, at: Instant = this.end): string {
    const { execution, chronicle } = this.telling;
    return readingText(name, { execution, chronicle, world: worldAt(execution, at), at });
  }

  /** Why what was refused was refused, in order. */
  refusals(): readonly string[] {
    const { run, refusals } = this.telling.execution;
    return refusals.map(({ reason }) => words.refusalText(run.plan, reason));
  }

  /** What is told aloud, in order. */
  decisions(): readonly string[] {
    const { plan } = this.telling.execution.run;
    return this.telling.execution.occurrences
      .filter((occurrence) => words.weightOf(plan, occurrence) === 'decision')
      .map((occurrence) => `${words.sentenceFor(plan, occurrence).text}.`);
  }
}
