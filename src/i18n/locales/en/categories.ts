import { addEnglish } from './addEnglish.ts';

/** The default categories of requests. */
export const categories = addEnglish({
  'category.technical': 'Technical problem',
  'category.billing': 'Billing',
  'category.account': 'Account',
  'category.deliverability': 'Deliverability',
  'category.integration': 'Integrations',
  'category.feature_request': 'Feature request',
  'category.other': 'Something else',
});
