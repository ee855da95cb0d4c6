/**
 * The label of the floating button, which is shown before other sentences have loaded. The English
 * one is in `launcher.ts`.
 */
export const launcherLabels = {
  es: 'Contactar con soporte',
  de: 'Support kontaktieren',
  fr: 'Contacter le support',
  pt: 'Falar com o suporte',
  ja: 'お問い合わせ',
  ar: 'التواصل مع الدعم',
  he: 'פנייה לתמיכה',
} as const;

/** Returns undefined for a language without a label. */
export function launcherLabel(locale: string): string | undefined {
  const language = locale.slice(0, 2).toLowerCase();
  return Object.entries(launcherLabels).find(([known]) => known === language)?.[1];
}
