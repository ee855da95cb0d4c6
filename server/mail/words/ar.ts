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
  files: (names) => `يتضمن الرد ملفات: ${names}. تجدها في الطلب داخل لوحة المساعدة.`,
  signature: (tenant) => `دعم ${tenant}`,
  yourRequest: (tenant) => `طلبك إلى ${tenant}`,
  yourMail: (tenant) => `رسالتك إلى ${tenant}`,
  rejected: (tenant) =>
    `تعذّر علينا استلام رسالتك: لتقديم طلب جديد إلى ${tenant} يرجى استخدام زر المساعدة في صفحاته. ولمتابعة طلب سابق، يرجى الرد على آخر رسالة منا بشأنه.`,
  unread: (tenant) =>
    `لم نتمكن من قراءة رسالتك لأنها مشفرة أو بتنسيق لا يقرؤه إلا Outlook. يرجى إرسالها مرة أخرى كنص عادي أو HTML ومن دون تشفير: بالرد على آخر رسالة منا أو بالكتابة في لوحة المساعدة لدى ${tenant}.`,
  marker: 'يرجى كتابة الرد فوق هذا السطر',
};
