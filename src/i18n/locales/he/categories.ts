/** Categories of requests and articles. The public help center shares them. */
export const categories = {
  'category.account': 'חשבון',
  'category.api': 'API',
  'category.billing': 'חיוב',
  'category.campaigns': 'קמפיינים',
  'category.compliance': 'ציות לחוק',
  'category.contacts': 'אנשי קשר',
  'category.deliverability': 'מסירות דוא״ל',
  'category.domains': 'דומיינים',
  'category.feature_request': 'הצעה לתכונה',
  'category.getting-started': 'צעדים ראשונים',
  'category.inbox': 'תיבת דואר נכנס',
  'category.integration': 'חיבורים',
  'category.integrations': 'חיבורים',
  'category.other': 'משהו אחר',
  'category.technical': 'בעיה טכנית',
  'category.warm-up': 'חימום הדרגתי',
};
