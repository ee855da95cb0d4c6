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
  },
};

/** Returns the texts of a language, or the English texts. */
export function helpWords(locale: string): HelpWords {
  return words[locale.split('-')[0] ?? ''] ?? en;
}
