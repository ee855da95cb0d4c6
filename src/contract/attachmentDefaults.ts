import type { AttachmentRules } from './attachment.ts';

/** The files that visitors can attach by default. Does not import zod, so that forms can use it. */
export const defaultAttachmentRules: AttachmentRules = {
  max_files: 5,
  max_bytes: 10 * 1024 * 1024,
  types: [
    'image/*',
    'video/mp4',
    'video/quicktime',
    'video/webm',
    'text/plain',
    'text/csv',
    'application/pdf',
    'application/json',
    'application/zip',
    'application/gzip',
    'application/x-ole-storage',
  ],
};
