/** An action's text did not follow the grammar or names something that is not there. */
export class ActionError extends Error {
  override readonly name = 'ActionError';
}
