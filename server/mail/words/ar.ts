import type { MailWords } from './words.ts';

export const ar: MailWords = {
  greeting: (name) => (name ? `مرحبًا ${name}،` : 'مرحبًا،'),
  received: (number) => `وصلنا طلبك. رقمه ${number}.`,
  due: (when) => `يمكنك توقّع أول رد قبل ${when}.`,
  youWrote: 'كتبتَ:',
  wrote: (name) => `كتب ${name}:`,
  team: 'فريقنا',
  add: 'لإضافة شيء، يرجى الرد على هذه الرسالة.',
  answer: 'للرد، يرجى الرد على هذه الرسالة أو الكتابة في لوحة المساعدة.',
  signature: (tenant) => `دعم ${tenant}`,
  yourRequest: (tenant) => `طلبك إلى ${tenant}`,
  marker: 'يرجى كتابة الرد فوق هذا السطر',
};
