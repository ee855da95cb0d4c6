import { addEnglish } from './addEnglish.ts';

/** Attachments and the screenshot. */
export const files = addEnglish({
  'files.title': 'Attachments',
  'files.limits': 'Up to {count} files, {size} each',
  'files.kinds': 'Images, PDF, text, CSV, JSON, ZIP',
  'files.add': 'Add files',
  'files.screenshot': 'Take a screenshot',
  'files.drop': 'Drop files here',
  'files.added': '{size} · added',
  'files.waiting': '{size} · waiting',
  'files.percent': '{percent} %',
  'files.cancel': 'Cancel {name}',
  'files.remove': 'Remove {name}',
  'files.retry': 'Try again',
  'files.type': 'This kind of file cannot go along. Take an image, a PDF, text or a ZIP.',
  'files.size': 'Larger than {size}. Take a smaller one, or a part of it.',
  'files.empty': 'This file is empty. Take one with content.',
  'files.count': '{count} files can go along. Remove one first.',
  'files.unreadable': 'This file could not be read. Choose it again.',
  'files.notByMail': 'Files cannot go along by e-mail from here. Attach them in your mail program.',
  'screenshot.heading': 'A picture says it faster',
  'screenshot.explain':
    'The page is taken without this panel. Password fields and private parts are blacked out at once, and you see the picture before anything is sent.',
  'screenshot.take': 'Take the screenshot',
  'screenshot.hint': 'Draw boxes over anything private. They become part of the picture.',
  'screenshot.keys':
    'Keyboard: arrow keys move a box, with Shift they resize it, Delete removes it.',
  'screenshot.picture': 'Screenshot, draw to black out',
  'screenshot.box': 'Black box {number}',
  'screenshot.addBox': 'Add a box',
  'screenshot.again': 'Take again',
  'screenshot.use': 'Use this screenshot',
  'screenshot.refused': 'The screen was not shared',
  'screenshot.failed': 'The screenshot did not work',
  'screenshot.draw': 'Draw the page instead',
  'screenshot.otherWay': 'You can also take a picture yourself and add it as a file.',
});
