/** What comes when the first file is chosen. */
export { openFiles } from './files.ts';
export { upload } from './upload.ts';
