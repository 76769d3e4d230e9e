/** The rest of the model, loaded for a scenario or an action that the core does not know. */
export { wholeKit } from '#model/whole';
