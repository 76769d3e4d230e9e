/**
 * What sentences and simulations say to each other across the page. A press that comes before its
 * simulation lives is remembered, wakes it (`wanted`), and is carried out when it is `ready`.
 */
export const WANTED_EVENT = 'simulation-wanted';
export const READY_EVENT = 'simulation-ready';
export const ACT_EVENT = 'simulation-act';
