import { addEnglish } from './addEnglish.ts';

export const screenshot = addEnglish({
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
  'screenshot.addArrow': 'Add an arrow',
  'screenshot.arrow': 'Arrow {number}',
  'screenshot.tools': 'Drawing tool',
  'screenshot.tool.box': 'Black out',
  'screenshot.tool.arrow': 'Arrow',
  'screenshot.again': 'Retake',
  'screenshot.undo': 'Undo',
  'screenshot.zoom': 'Actual size',
  'screenshot.fit': 'Fit to window',
  'screenshot.use': 'Use this screenshot',
  'screenshot.denied': 'The screen wasn’t shared',
  'screenshot.failed': 'We couldn’t take the screenshot',
  'screenshot.draw': 'Capture the page instead',
  'screenshot.otherWay': 'You can also take a screenshot yourself and add it as a file.',
});
