export const written = {
  'written.offer': 'קבלת תשובה מבינה מלאכותית',
  'written.hint':
    'בינה מלאכותית כותבת אותה מתוך המאמרים שלנו. ייתכנו טעויות, לכן כדאי לבדוק את המקורות.',
  'written.title': 'תשובה מבינה מלאכותית',
  'written.writing': 'נכתבת תשובה…',
  'written.stop': 'עצירה',
  'written.stopped': 'הכתיבה נעצרה.',
  'written.unknown': 'המאמרים שלנו לא עונים על כך. אפשר לנסות מילים אחרות או לשאול את הצוות שלנו.',
  'written.unavailable': 'אי אפשר לכתוב תשובה כרגע. החיפוש ממשיך לעבוד, והצוות שלנו יכול לעזור.',
  'written.sources': 'מקורות',
  'written.source': 'מקור {number}: {title}',
  'written.follow': 'שאלת המשך',
  'written.ask': 'שאלה',
  'written.person': 'לדבר עם נציג',
  'written.asked': 'השאלה שלי:',
  'written.got': 'התשובה של הבינה המלאכותית:',
};
