/** What an author may write about a component; the reference for authors prints it. */
export interface ComponentRule {
  /** What it shows, in a sentence. */
  readonly does: string;
  /** Attributes by name, all of them plain text: what stands there. */
  readonly required: Readonly<Record<string, string>>;
  readonly optional: Readonly<Record<string, string>>;
  /** What its tags hold: words of the sentence, or nothing. */
  readonly holds: 'words' | 'nothing';
  /** As an article writes it. */
  readonly example: string;
}

const OF_ANOTHER = 'The id of a simulation of the article; without it, the first.';

/** The components of articles. */
export const COMPONENTS = {
  Simulation: {
    does: 'A live cluster, its first frame in the page; on paper and without JavaScript the first of its tries in three pictures.',
    required: {
      scenario: 'The name of a file in content/scenarios, without its ending.',
      caption: 'What the reader sees here and what to do with it: one or two sentences.',
    },
    optional: {
      id: 'A name of its own, where an article shows a scenario twice; otherwise the scenario’s.',
    },
    holds: 'nothing',
    example: '<Simulation scenario="scc-two-nodes" caption="Two nodes, one disk array." />',
  },
  Do: {
    does: 'Words to press, which do something to a simulation. Without JavaScript they lead to the same run on paper.',
    required: { action: 'What is done, in the grammar of actions.' },
    optional: { simulation: OF_ANOTHER },
    holds: 'words',
    example: '<Do action="power-off NODE1">pull the plug on NODE1</Do>',
  },
  Reading: {
    does: 'A number or word that a simulation gives. At rest it is the value of the scenario’s first try, computed when the site is built.',
    required: { of: 'The name of a reading.' },
    optional: {
      run: 'The id of a try of the scenario: the value is that run’s and does not change.',
      simulation: OF_ANOTHER,
    },
    holds: 'nothing',
    example: '<Reading of="outage" run="pull-the-plug" />',
  },
  Parameter: {
    does: 'A number of the model with its unit, and a link to its source.',
    required: { of: 'The name of a number in the register.' },
    optional: {},
    holds: 'nothing',
    example: '<Parameter of="heartbeatPeriod" />',
  },
  Term: {
    does: 'A word that the glossary explains: the explanation as a tip, and a link to the glossary.',
    required: {},
    optional: {
      of: 'The term, its abbreviation or the name of its file in content/glossary; without it, the words themselves.',
    },
    holds: 'words',
    example: '<Term of="quorum disk">this one disk</Term>',
  },
} as const satisfies Record<string, ComponentRule>;

export type ComponentName = keyof typeof COMPONENTS;

export const COMPONENT_NAMES = Object.keys(COMPONENTS) as readonly ComponentName[];

/** The names of all attributes that a component has, the necessary ones first. */
export function attributesOf({ required, optional }: ComponentRule): string[] {
  return [...Object.keys(required), ...Object.keys(optional)];
}
