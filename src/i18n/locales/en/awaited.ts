import { addEnglish } from './addEnglish.ts';

/** The notice that an integration works again. */
export const awaited = addEnglish({
  'awaited.ask': 'Tell me when it works again',
  'awaited.waiting': 'We’ll tell you here when {name} works again.',
  'awaited.stop': 'Don’t tell me',
  'awaited.back': '{name} works again.',
  'awaited.close': 'OK',
});
