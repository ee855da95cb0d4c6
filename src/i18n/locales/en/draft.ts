import { addEnglish } from './addEnglish.ts';

/** The line about a stored draft, below the contact form. */
export const draft = addEnglish({
  'draft.restored': 'We’ve restored your draft.',
  'draft.discard': 'Discard',
  'draft.discarded': 'Your draft was discarded.',
  'draft.undo': 'Undo',
});
