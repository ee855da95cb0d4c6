import { addEnglish } from './addEnglish.ts';

/** The help-center menu. */
export const menu = addEnglish({
  'help.trigger': 'Help',
  'help.label': 'Help & Support',
  'help.contact': 'Contact support',
  'link.self-service': 'Self-service',
  'link.contact': 'Contact',
  'link.learning': 'Learning',
  'link.reference': 'Reference',
  'link.information': 'Information',
});
