import { openAsBlob } from 'node:fs';
import { copyFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf } from '../base/errorCode.ts';
import { makeFolder } from '../base/makeFolder.ts';
import type { AttachmentStore } from './store.ts';

/** Stores files in a folder, with a subfolder for each tenant. */
export function createFolderStore(folder: string): AttachmentStore {
  const pathOf = (key: string) => join(folder, key);
  return {
    async put(key, { path }) {
      makeFolder(dirname(pathOf(key)));
      await rename(path, pathOf(key)).catch(async (error: unknown) => {
        if (codeOf(error) !== 'EXDEV') throw error;
        await copyFile(path, pathOf(key)); // the folders are on different disks
      });
    },
    async open(key) {
      try {
        return (await openAsBlob(pathOf(key))).stream();
      } catch (error) {
        if (codeOf(error) === 'ERR_INVALID_ARG_VALUE') return undefined; // cannot be opened
        throw error;
      }
    },
    remove: (key) => rm(pathOf(key), { force: true }),
  };
}
