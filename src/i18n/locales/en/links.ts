/** The default links of the help center, by their names, which are the English words. */
export const links = {
  'link.Knowledge Base': 'Knowledge Base',
  'link.Support': 'Support',
  'link.Video Tutorials': 'Video Tutorials',
  'link.Glossary': 'Glossary',
  'link.Our Services': 'Our Services',
};
