/** Categories of requests and articles. The public help center shares them. */
export const categories = {
  'category.account': 'الحساب',
  'category.api': 'واجهة API',
  'category.billing': 'الفوترة',
  'category.campaigns': 'الحملات',
  'category.compliance': 'الامتثال',
  'category.contacts': 'جهات الاتصال',
  'category.deliverability': 'وصول الرسائل',
  'category.domains': 'النطاقات',
  'category.feature_request': 'اقتراح ميزة',
  'category.getting-started': 'البدء',
  'category.inbox': 'صندوق الوارد',
  'category.integration': 'عمليات الربط',
  'category.integrations': 'عمليات الربط',
  'category.other': 'شيء آخر',
  'category.technical': 'مشكلة تقنية',
  'category.warm-up': 'التهيئة التدريجية',
};
