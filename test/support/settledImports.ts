import { afterAll, vi } from 'vitest';

// Files share their modules (`isolate: false`), and a module whose import is cut off by the end of a file stays
// broken for every later file of that process.
afterAll(() => vi.dynamicImportSettled());
