/** Categories of requests and articles. The public help center shares them. */
export const categories = {
  'category.account': 'Conta',
  'category.api': 'API',
  'category.billing': 'Cobrança',
  'category.campaigns': 'Campanhas',
  'category.compliance': 'Conformidade',
  'category.contacts': 'Contatos',
  'category.deliverability': 'Entregabilidade',
  'category.domains': 'Domínios',
  'category.feature_request': 'Sugestão de recurso',
  'category.getting-started': 'Primeiros passos',
  'category.inbox': 'Caixa de entrada',
  'category.integration': 'Integrações',
  'category.integrations': 'Integrações',
  'category.other': 'Outro assunto',
  'category.technical': 'Problema técnico',
  'category.warm-up': 'Aquecimento',
};
