import { addEnglish } from './addEnglish.ts';

/** The list of files that a visitor has attached. */
export const fileRows = addEnglish({
  'files.added': '{size} · added',
  'files.waiting': '{size} · waiting',
  'files.percent': '{percent}%',
  'files.cancel': 'Cancel {name}',
  'files.remove': 'Remove {name}',
  'files.retry': 'Try again',
  'files.removed': '{name} was removed.',
  'files.undo': 'Undo',
  'files.type': 'You can’t attach this type of file. Use an image, video, PDF, text or ZIP file.',
  'files.size': 'Larger than {size}. Choose a smaller file.',
  'files.empty': 'This file is empty. Choose another one.',
  'files.count': 'The maximum number of files is {count}. Remove one first.',
  'files.unreadable': 'We couldn’t read this file. Choose it again, or a ZIP file of the folder.',
});
