/** The label of the floating button, which shows before any other word has loaded. */
export const launcherLabels = {
  en: 'Contact Support',
  es: 'Contactar con soporte',
} as const;

/** In English where the language has no label. */
export function launcherLabel(locale: string): string {
  const language = locale.slice(0, 2).toLowerCase();
  return (
    Object.entries(launcherLabels).find(([known]) => known === language)?.[1] ?? launcherLabels.en
  );
}
