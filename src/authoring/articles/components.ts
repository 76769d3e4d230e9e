/** What an author may write about a component. */
export interface ComponentRule {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** What its tags hold: words of the sentence, or nothing. */
  readonly holds: 'words' | 'nothing';
}

/** The components of articles and their attributes, all of them plain text. */
export const COMPONENTS = {
  Simulation: { required: ['scenario', 'caption'], optional: ['id'], holds: 'nothing' },
  Do: { required: ['action'], optional: ['simulation'], holds: 'words' },
  Reading: { required: ['of'], optional: ['run', 'simulation'], holds: 'nothing' },
  Parameter: { required: ['of'], optional: [], holds: 'nothing' },
} as const satisfies Record<string, ComponentRule>;

export type ComponentName = keyof typeof COMPONENTS;

export const COMPONENT_NAMES = Object.keys(COMPONENTS) as readonly ComponentName[];
