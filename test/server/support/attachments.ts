import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Attachments } from '../../../server/attachments/attachments.ts';
import { createFolderStore } from '../../../server/attachments/folderStore.ts';
import { createLinks } from '../../../server/base/links.ts';

/** Files of one test file: `<folder>/files` is the store, `<folder>/incoming` what is on its way. */
export const folder = mkdtempSync(join(tmpdir(), 'support-files-'));
mkdirSync(join(folder, 'incoming'));
afterAll(() => rmSync(folder, { recursive: true }));

export function openTestAttachments(now?: () => number): Attachments {
  return {
    store: createFolderStore(join(folder, 'files')),
    links: createLinks('a secret of the tests, long enough', now),
    incoming: join(folder, 'incoming'),
  };
}
