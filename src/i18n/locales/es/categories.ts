/** Categories of requests and articles. The public help center shares them. */
export const categories = {
  'category.account': 'Cuenta',
  'category.api': 'API',
  'category.billing': 'Facturación',
  'category.campaigns': 'Campañas',
  'category.compliance': 'Cumplimiento legal',
  'category.contacts': 'Contactos',
  'category.deliverability': 'Entregabilidad',
  'category.domains': 'Dominios',
  'category.feature_request': 'Sugerencia de función',
  'category.getting-started': 'Primeros pasos',
  'category.inbox': 'Bandeja de entrada',
  'category.integration': 'Integraciones',
  'category.integrations': 'Integraciones',
  'category.other': 'Otra cosa',
  'category.technical': 'Problema técnico',
  'category.warm-up': 'Calentamiento',
};
