import { addEnglish } from './addEnglish.ts';

/** Categories of articles. A category without a sentence is shown as it is written. */
export const topics = addEnglish({
  'category.api': 'API',
  'category.campaigns': 'Campaigns',
  'category.compliance': 'Compliance',
  'category.contacts': 'Contacts',
  'category.domains': 'Domains',
  'category.getting-started': 'Getting started',
  'category.inbox': 'Inbox',
  'category.integrations': 'Integrations',
  'category.warm-up': 'Warm-up',
});
