import { addEnglish } from './addEnglish.ts';

/** The default links of the help center, by their names. */
export const links = addEnglish({
  'link.Knowledge Base': 'Knowledge Base',
  'link.Support': 'Support',
  'link.Video Tutorials': 'Video Tutorials',
  'link.Glossary': 'Glossary',
  'link.Our Services': 'Our Services',
});
