// In a process of its own: what the model did before would have made the agenda's code slower.
import { compareQueues } from './compare.ts';

await compareQueues(process.argv.includes('--peers'));
