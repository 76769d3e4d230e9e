// A property that fails must fail again: the seed is fixed, and another one can be tried with
// PROPERTY_SEED=7 npm test -- --only unit
import { configureGlobal } from 'fast-check';

configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 1) });
