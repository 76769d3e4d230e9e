/** How a stage ended; the output is shown if anything failed, the note if nothing did. */
export interface StageResult {
  readonly passed: number;
  readonly failed: number;
  readonly output: string;
  readonly note?: string;
}
