/** The texts of the help center's pages. */
export interface HelpWords {
  title(account: string): string;
  search: string;
  noResults: string;
  allArticles: string;
  related: string;
  languages: string;
  updated(date: string): string;
  pageNotFound: string;
  status: string;
  operational: string;
  incident: string;
  maintenance: string;
  resolved(title: string): string;
}

const en: HelpWords = {
  title: (account) => `${account} help center`,
  search: 'Search',
  noResults: 'Nothing found. Try different words.',
  allArticles: 'All articles',
  related: 'Related articles',
  languages: 'Languages',
  updated: (date) => `Updated ${date}`,
  pageNotFound: 'This page does not exist.',
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
    noResults: 'No hay resultados. Prueba con otras palabras.',
    allArticles: 'Todos los artículos',
    related: 'Artículos relacionados',
    languages: 'Idiomas',
    updated: (date) => `Actualizado el ${date}`,
    pageNotFound: 'Esta página no existe.',
    status: 'Estado',
    operational: 'Todos los sistemas funcionan',
    incident: 'Incidencia',
    maintenance: 'Mantenimiento',
    resolved: (title) => `Resuelto: ${title}`,
  },
  de: {
    title: (account) => `Hilfe von ${account}`,
    search: 'Suchen',
    noResults: 'Nichts gefunden. Versuchen Sie es mit anderen Wörtern.',
    allArticles: 'Alle Artikel',
    related: 'Verwandte Artikel',
    languages: 'Sprachen',
    updated: (date) => `Aktualisiert am ${date}`,
    pageNotFound: 'Diese Seite gibt es nicht.',
    status: 'Status',
    operational: 'Alle Systeme funktionieren',
    incident: 'Störung',
    maintenance: 'Wartung',
    resolved: (title) => `Behoben: ${title}`,
  },
  fr: {
    title: (account) => `Centre d’aide de ${account}`,
    search: 'Rechercher',
    noResults: 'Aucun résultat. Essayez d’autres mots.',
    allArticles: 'Tous les articles',
    related: 'Articles liés',
    languages: 'Langues',
    updated: (date) => `Mis à jour le ${date}`,
    pageNotFound: 'Cette page n’existe pas.',
    status: 'État',
    operational: 'Tous les systèmes fonctionnent',
    incident: 'Incident',
    maintenance: 'Maintenance',
    resolved: (title) => `Résolu : ${title}`,
  },
  pt: {
    title: (account) => `Central de ajuda: ${account}`,
    search: 'Buscar',
    noResults: 'Nada encontrado. Tente outras palavras.',
    allArticles: 'Todos os artigos',
    related: 'Artigos relacionados',
    languages: 'Idiomas',
    updated: (date) => `Atualizado em ${date}`,
    pageNotFound: 'Esta página não existe.',
    status: 'Status',
    operational: 'Todos os sistemas funcionam',
    incident: 'Incidente',
    maintenance: 'Manutenção',
    resolved: (title) => `Resolvido: ${title}`,
  },
  ja: {
    title: (account) => `${account} ヘルプセンター`,
    search: '検索',
    noResults: '見つかりませんでした。別の言葉でお試しください。',
    allArticles: 'すべての記事',
    related: '関連記事',
    languages: '言語',
    updated: (date) => `更新日: ${date}`,
    pageNotFound: 'このページはありません。',
    status: '稼働状況',
    operational: 'すべてのシステムが稼働中',
    incident: '障害発生中',
    maintenance: 'メンテナンス',
    resolved: (title) => `解決済み: ${title}`,
  },
  ar: {
    title: (account) => `مركز مساعدة ${account}`,
    search: 'بحث',
    noResults: 'لا توجد نتائج. جرّب كلمات أخرى.',
    allArticles: 'كل المقالات',
    related: 'مقالات ذات صلة',
    languages: 'اللغات',
    updated: (date) => `آخر تحديث: ${date}`,
    pageNotFound: 'هذه الصفحة غير موجودة.',
    status: 'الحالة',
    operational: 'جميع الأنظمة تعمل',
    incident: 'عطل',
    maintenance: 'صيانة',
    resolved: (title) => `تم الحل: ${title}`,
  },
  he: {
    title: (account) => `מרכז העזרה של ${account}`,
    search: 'חיפוש',
    noResults: 'לא נמצאו תוצאות. נסו מילים אחרות.',
    allArticles: 'כל המאמרים',
    related: 'מאמרים קשורים',
    languages: 'שפות',
    updated: (date) => `עודכן ב־${date}`,
    pageNotFound: 'הדף הזה אינו קיים.',
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
