import * as tasks from '../../../src/model/world/task.ts';
import type { TaskKind } from '../../../src/model/world/task.ts';

/** What a kind of task is called, for messages. */
export function nameOfTask(kind: TaskKind): string {
  return Object.entries(tasks).find(([, value]) => value === kind)?.[0] ?? String(kind);
}
