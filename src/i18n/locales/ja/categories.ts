/** Categories of requests and articles. The public help center shares them. */
export const categories = {
  'category.account': 'アカウント',
  'category.api': 'API',
  'category.billing': '請求',
  'category.campaigns': 'キャンペーン',
  'category.compliance': 'コンプライアンス',
  'category.contacts': '連絡先',
  'category.deliverability': 'メールの到達率',
  'category.domains': 'ドメイン',
  'category.feature_request': '機能のご要望',
  'category.getting-started': 'はじめに',
  'category.inbox': '受信トレイ',
  'category.integration': '連携',
  'category.integrations': '連携',
  'category.other': 'その他',
  'category.technical': '技術的な問題',
  'category.warm-up': 'ウォームアップ',
};
