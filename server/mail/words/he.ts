import type { MailWords } from './words.ts';

export const he: MailWords = {
  greeting: (name) => (name ? `שלום ${name},` : 'שלום,'),
  received: (number) => `הפנייה שלך התקבלה. מספרה ${number}.`,
  due: (when) => `תשובה ראשונה צפויה עד ${when}.`,
  youWrote: 'כתבת:',
  wrote: (name) => `הודעה מאת ${name}:`,
  team: 'הצוות שלנו',
  add: 'להוספת פרטים, אפשר להשיב להודעה זו.',
  answer: 'כדי להשיב, אפשר לענות להודעה זו או לכתוב בחלונית העזרה.',
  files: (names) => `לתשובה מצורפים קבצים: ${names}. אפשר למצוא אותם בפנייה, בחלונית העזרה.`,
  signature: (tenant) => `התמיכה של ${tenant}`,
  yourRequest: (tenant) => `הפנייה שלך אל ${tenant}`,
  yourMail: (tenant) => `ההודעה שלך אל ${tenant}`,
  notTaken: (tenant) =>
    `לא יכולנו לקבל את ההודעה שלך: פנייה חדשה אל ${tenant} נפתחת בכפתור העזרה שבעמודים. כדי להמשיך פנייה קיימת, אפשר להשיב להודעה האחרונה שלנו לגביה.`,
  marker: 'נא להשיב מעל שורה זו',
};
