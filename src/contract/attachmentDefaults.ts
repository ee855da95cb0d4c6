import type { AttachmentRules } from './attachment.ts';

/** What visitors may attach where a tenant has set nothing. Free of zod, for forms. */
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
  ],
};
