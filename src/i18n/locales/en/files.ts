import { addEnglish } from './addEnglish.ts';

/** Attachments. */
export const files = addEnglish({
  'files.title': 'Attachments',
  'files.limits': 'Files: up to {count}, {size} each',
  'files.add': 'Add files',
  'files.screenshot': 'Take a screenshot',
  'files.drop': 'Drop files here',
  'files.notByMail': 'Files can’t be sent by e-mail from here. Attach them in your mail app.',
});
