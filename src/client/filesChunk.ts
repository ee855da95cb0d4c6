/** The chunk that loads when the first file is chosen. */
export { createFileShelf } from './fileShelf.ts';
export { openFiles } from './files.ts';
export { upload } from './upload.ts';
