/** The texts of the help center's pages. */
export interface HelpWords {
  title(account: string): string;
  search: string;
  none: string;
  all: string;
  related: string;
  languages: string;
  updated(date: string): string;
  missing: string;
  status: string;
  operational: string;
  incident: string;
  maintenance: string;
  resolved(title: string): string;
}

const en: HelpWords = {
  title: (account) => `${account} help center`,
  search: 'Search',
  none: 'Nothing found. Try different words.',
  all: 'All articles',
  related: 'Related articles',
  languages: 'Languages',
  updated: (date) => `Updated ${date}`,
  missing: 'This page does not exist.',
  status: 'Status',
  operational: 'All systems work',
  incident: 'Incident',
  maintenance: 'Maintenance',
  resolved: (title) => `Resolved: ${title}`,
};

const words: Readonly<Record<string, HelpWords>> = {
  en,
  es: {
    title: (account) => `Centro de ayuda de ${account}`,
    search: 'Buscar',
    none: 'No hay resultados. Prueba con otras palabras.',
    all: 'Todos los artículos',
    related: 'Artículos relacionados',
    languages: 'Idiomas',
    updated: (date) => `Actualizado el ${date}`,
    missing: 'Esta página no existe.',
    status: 'Estado',
    operational: 'Todos los sistemas funcionan',
    incident: 'Incidencia',
    maintenance: 'Mantenimiento',
    resolved: (title) => `Resuelto: ${title}`,
  },
  de: {
    title: (account) => `Hilfe von ${account}`,
    search: 'Suchen',
    none: 'Nichts gefunden. Versuchen Sie es mit anderen Wörtern.',
    all: 'Alle Artikel',
    related: 'Verwandte Artikel',
    languages: 'Sprachen',
    updated: (date) => `Aktualisiert am ${date}`,
    missing: 'Diese Seite gibt es nicht.',
    status: 'Status',
    operational: 'Alle Systeme funktionieren',
    incident: 'Störung',
    maintenance: 'Wartung',
    resolved: (title) => `Behoben: ${title}`,
  },
  fr: {
    title: (account) => `Centre d’aide de ${account}`,
    search: 'Rechercher',
    none: 'Aucun résultat. Essayez d’autres mots.',
    all: 'Tous les articles',
    related: 'Articles liés',
    languages: 'Langues',
    updated: (date) => `Mis à jour le ${date}`,
    missing: 'Cette page n’existe pas.',
    status: 'État',
    operational: 'Tous les systèmes fonctionnent',
    incident: 'Incident',
    maintenance: 'Maintenance',
    resolved: (title) => `Résolu : ${title}`,
  },
  pt: {
    title: (account) => `Central de ajuda: ${account}`,
    search: 'Buscar',
    none: 'Nada encontrado. Tente outras palavras.',
    all: 'Todos os artigos',
    related: 'Artigos relacionados',
    languages: 'Idiomas',
    updated: (date) => `Atualizado em ${date}`,
    missing: 'Esta página não existe.',
    status: 'Status',
    operational: 'Todos os sistemas funcionam',
    incident: 'Incidente',
    maintenance: 'Manutenção',
    resolved: (title) => `Resolvido: ${title}`,
  },
  ja: {
    title: (account) => `${account} ヘルプセンター`,
    search: '検索',
    none: '見つかりませんでした。別の言葉でお試しください。',
    all: 'すべての記事',
    related: '関連記事',
    languages: '言語',
    updated: (date) => `更新日: ${date}`,
    missing: 'このページはありません。',
    status: '稼働状況',
    operational: 'すべてのシステムが稼働中',
    incident: '障害発生中',
    maintenance: 'メンテナンス',
    resolved: (title) => `解決済み: ${title}`,
  },
  ar: {
    title: (account) => `مركز مساعدة ${account}`,
    search: 'بحث',
    none: 'لا توجد نتائج. جرّب كلمات أخرى.',
    all: 'كل المقالات',
    related: 'مقالات ذات صلة',
    languages: 'اللغات',
    updated: (date) => `آخر تحديث: ${date}`,
    missing: 'هذه الصفحة غير موجودة.',
    status: 'الحالة',
    operational: 'جميع الأنظمة تعمل',
    incident: 'عطل',
    maintenance: 'صيانة',
    resolved: (title) => `تم الحل: ${title}`,
  },
  he: {
    title: (account) => `מרכז העזרה של ${account}`,
    search: 'חיפוש',
    none: 'לא נמצאו תוצאות. נסו מילים אחרות.',
    all: 'כל המאמרים',
    related: 'מאמרים קשורים',
    languages: 'שפות',
    updated: (date) => `עודכן ב־${date}`,
    missing: 'הדף הזה אינו קיים.',
    status: 'סטטוס',
    operational: 'כל המערכות פועלות',
    incident: 'תקלה',
    maintenance: 'תחזוקה',
    resolved: (title) => `נפתר: ${title}`,
  },
};

/** Languages that have texts. */
export const helpLanguages: readonly string[] = Object.keys(words);

/** Returns the texts of a language, or the English texts. */
export function helpWords(locale: string): HelpWords {
  return words[locale.split('-')[0] ?? ''] ?? en;
}
