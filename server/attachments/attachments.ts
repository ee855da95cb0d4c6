import { join } from 'node:path';
import { type AttachmentLinks, createLinks } from '../base/links.ts';
import { makeFolder } from '../base/makeFolder.ts';
import { createFolderStore } from './folderStore.ts';
import type { S3Options } from './s3Store.ts';
import { attachmentSecret } from './secret.ts';
import type { AttachmentStore } from './store.ts';

/** The file services of the API. */
export interface Attachments {
  store: AttachmentStore;
  links: AttachmentLinks;
  /** The folder for files during their upload. */
  incoming: string;
}

export interface AttachmentOptions {
  /**
   * The folder for files, or for uploads before they are copied to S3. Created if missing. Default:
   * `attachments`, beside the folder of the embedded database.
   */
  attachmentDir?: string | undefined;
  /** Stores files in a service with the S3 protocol. Default: in the folder. */
  s3?: S3Options | undefined;
  /**
   * Signs the addresses of files. Required with Postgres. Otherwise it is generated once and stored
   * in the folder.
   */
  attachmentSecret?: string | undefined;
}

/** @throws ConfigurationError if a required secret is missing */
export async function openAttachments(
  folder: string,
  { s3, attachmentSecret: configured }: Omit<AttachmentOptions, 'attachmentDir'>,
  isEmbedded: boolean,
): Promise<Attachments> {
  const secret = attachmentSecret({ configured, isEmbedded, folder });
  const incoming = join(folder, 'incoming');
  makeFolder(incoming);
  return { store: await openStore(folder, s3), links: createLinks(secret), incoming };
}

/** Loads the S3 client only if it is used. */
async function openStore(folder: string, s3: S3Options | undefined): Promise<AttachmentStore> {
  if (s3 === undefined) return createFolderStore(join(folder, 'files'));
  const { createS3Store } = await import('./s3Store.ts');
  return createS3Store(s3);
}
