/** Categories of requests and articles. The public help center shares them. */
export const categories = {
  'category.account': 'Compte',
  'category.api': 'API',
  'category.billing': 'Facturation',
  'category.campaigns': 'Campagnes',
  'category.compliance': 'Conformité',
  'category.contacts': 'Contacts',
  'category.deliverability': 'Délivrabilité',
  'category.domains': 'Domaines',
  'category.feature_request': 'Idée de fonctionnalité',
  'category.getting-started': 'Premiers pas',
  'category.inbox': 'Boîte de réception',
  'category.integration': 'Intégrations',
  'category.integrations': 'Intégrations',
  'category.other': 'Autre chose',
  'category.technical': 'Problème technique',
  'category.warm-up': 'Montée en charge',
};
