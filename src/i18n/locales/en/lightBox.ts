import { addEnglish } from './addEnglish.ts';

/** The pictures of a conversation at full size. */
export const lightBox = addEnglish({
  'picture.count': '{index} of {count}',
  'picture.previous': 'Previous picture',
  'picture.next': 'Next picture',
  'picture.zoom': 'Actual size',
  'picture.fit': 'Fit to window',
  'picture.open': 'Open in a new tab',
  'picture.close': 'Close picture',
  'picture.failed': 'We couldn’t load this picture. Check your connection and open it again.',
});
