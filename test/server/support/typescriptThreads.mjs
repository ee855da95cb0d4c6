import { register } from 'node:module';
import { isMainThread } from 'node:worker_threads';

// Lets the threads of a backend run from its sources, as Vitest lets its tests.
if (!isMainThread) register('./typescriptHooks.mjs', import.meta.url);
