/** The label of the floating button, which shows before any other word has loaded. In English: `launcher.ts`. */
export const launcherLabels = {
  es: 'Contactar con soporte',
  de: 'Support kontaktieren',
  fr: 'Contacter le support',
  pt: 'Falar com o suporte',
  ja: 'お問い合わせ',
  ar: 'التواصل مع الدعم',
  he: 'פנייה לתמיכה',
} as const;

/** Undefined where the language has no label. */
export function launcherLabel(locale: string): string | undefined {
  const language = locale.slice(0, 2).toLowerCase();
  return Object.entries(launcherLabels).find(([known]) => known === language)?.[1];
}
