import { addEnglish } from './addEnglish.ts';

/** Attachments and the screenshot. */
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
  'screenshot.heading': 'Show us what you see',
  'screenshot.explain':
    'We capture the page without this panel. Password fields and private parts are blacked out right away, and you can review the picture before sending it.',
  'screenshot.take': 'Take screenshot',
  'screenshot.hint': 'Draw boxes over anything private. They become part of the picture.',
  'screenshot.keys':
    'Keyboard: arrow keys move a box, with Shift they resize it, Delete removes it.',
  'screenshot.picture': 'Screenshot, draw to black out',
  'screenshot.box': 'Black box {number}',
  'screenshot.addBox': 'Add a box',
  'screenshot.again': 'Retake',
  'screenshot.use': 'Use this screenshot',
  'screenshot.refused': 'The screen was not shared',
  'screenshot.failed': 'We couldn’t take the screenshot',
  'screenshot.draw': 'Capture the page instead',
  'screenshot.otherWay': 'You can also take a screenshot yourself and add it as a file.',
});
