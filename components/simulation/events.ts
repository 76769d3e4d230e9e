/**
 * What sentences and simulations say to each other across the page. A press that comes before its
 * simulation lives is remembered, wakes it (`wanted`), and is carried out when it is `ready`.
 *
 * Types only, so that nobody needs to load this: the script that remembers presses has to be in the
 * page itself, and stays there only while it shares no module with the simulations.
 */
export type WantedEvent = 'simulation-wanted';
export type ReadyEvent = 'simulation-ready';
export type ActEvent = 'simulation-act';
