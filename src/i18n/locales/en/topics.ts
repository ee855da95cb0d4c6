import { addEnglish } from './addEnglish.ts';

/** Categories of articles whose English name differs from their id in words. */
const named = addEnglish({
  'category.warm-up': 'Warm-up',
});

/** Categories of articles. One without a sentence is shown in words. */
export const topics = {
  ...named,
  'category.api': 'API',
  'category.campaigns': 'Campaigns',
  'category.compliance': 'Compliance',
  'category.contacts': 'Contacts',
  'category.domains': 'Domains',
  'category.getting-started': 'Getting started',
  'category.inbox': 'Inbox',
  'category.integrations': 'Integrations',
};
