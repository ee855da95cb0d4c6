import { addEnglish } from './addEnglish.ts';

/** The notice that an integration works again. */
export const awaited = addEnglish({
  'awaited.ask': 'Notify me when it works again',
  'awaited.waiting': 'We’ll notify you here when {name} works again.',
  'awaited.stop': 'Don’t notify me',
  'awaited.back': '{name} works again.',
  'awaited.close': 'OK',
});
