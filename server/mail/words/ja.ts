import type { MailWords } from './words.ts';

export const ja: MailWords = {
  greeting: (name) => (name ? `${name}様` : 'お客様'),
  received: (number) => `お問い合わせを受け付けました。受付番号は${number}です。`,
  due: (when) => `${when}までに最初のご返信を差し上げる予定です。`,
  youWrote: 'お問い合わせの内容：',
  wrote: (name) => `${name}からの返信：`,
  team: 'サポートチーム',
  add: '追記される場合は、このメールにご返信ください。',
  answer: 'ご返信は、このメールへの返信またはヘルプパネルからお送りください。',
  files: (names) =>
    `返信にファイルがあります：${names}。ヘルプパネルのお問い合わせからご覧いただけます。`,
  signature: (tenant) => `${tenant} サポート`,
  yourRequest: (tenant) => `${tenant}へのお問い合わせ`,
  yourMail: (tenant) => `${tenant}へのメールについて`,
  rejected: (tenant) =>
    `お送りいただいたメールは受け付けできませんでした。${tenant}への新しいお問い合わせは、ページ上のヘルプボタンからお願いいたします。お問い合わせ中の件については、当方からの最新のメールにご返信ください。`,
  unread: (tenant) =>
    `お送りいただいたメールは、暗号化されているか、Outlook専用の形式のため読み取れませんでした。暗号化せずに、テキスト形式またはHTML形式でもう一度お送りください。最新のメールへの返信、または${tenant}のヘルプパネルをご利用いただけます。`,
  marker: 'この行より上に返信をお書きください',
};
