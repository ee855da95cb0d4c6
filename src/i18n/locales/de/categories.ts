/** Categories of requests and articles. The public help center shares them. */
export const categories = {
  'category.account': 'Konto',
  'category.api': 'API',
  'category.billing': 'Abrechnung',
  'category.campaigns': 'Kampagnen',
  'category.compliance': 'Compliance',
  'category.contacts': 'Kontakte',
  'category.deliverability': 'Zustellbarkeit',
  'category.domains': 'Domains',
  'category.feature_request': 'Funktionswunsch',
  'category.getting-started': 'Erste Schritte',
  'category.inbox': 'Posteingang',
  'category.integration': 'Integrationen',
  'category.integrations': 'Integrationen',
  'category.other': 'Etwas anderes',
  'category.technical': 'Technisches Problem',
  'category.warm-up': 'Warm-up',
};
