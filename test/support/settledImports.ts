import { afterAll, vi } from 'vitest';

// Test files share their modules (`isolate: false`). A module whose import is interrupted by the
// end of a file would be broken in every later file of that process.
afterAll(() => vi.dynamicImportSettled());
