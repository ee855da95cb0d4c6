import './provided.ts';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Attachments } from '../../../server/attachments/attachments.ts';
import { createFolderStore } from '../../../server/attachments/folderStore.ts';
import { createLinks } from '../../../server/base/links.ts';

/**
 * Files of one test process: `<folder>/files` is the store, `<folder>/incoming` contains uploads in
 * progress.
 */
export const folder = mkdtempSync(join(inject('folder'), 'files-'));
mkdirSync(join(folder, 'incoming'));

export function openTestAttachments(now?: () => number): Attachments {
  return {
    store: createFolderStore(join(folder, 'files')),
    links: createLinks('a secret of the tests, long enough', now),
    incoming: join(folder, 'incoming'),
  };
}
