import { addEnglish } from './addEnglish.ts';

/** Attachments. */
export const files = addEnglish({
  'files.title': 'Attachments',
  'files.limits': 'Up to {count} files, {size} each',
  'files.add': 'Add files',
  'files.screenshot': 'Take a screenshot',
  'files.drop': 'Drop files here',
  'files.added': '{size} · added',
  'files.waiting': '{size} · waiting',
  'files.percent': '{percent} %',
  'files.cancel': 'Cancel {name}',
  'files.remove': 'Remove {name}',
  'files.retry': 'Try again',
  'files.type': 'You can’t attach this type of file. Use an image, video, PDF, text or ZIP file.',
  'files.size': 'Larger than {size}. Choose a smaller file.',
  'files.empty': 'This file is empty. Choose another one.',
  'files.count': 'You can attach up to {count} files. Remove one first.',
  'files.unreadable': 'We couldn’t read this file. Choose it again, or a ZIP file of the folder.',
  'files.notByMail': 'Files can’t be sent by e-mail from here. Attach them in your mail app.',
});
