import './locales/en/categories.ts';
import type { TicketCategory } from '../contract/config.ts';
import type { I18n } from './translator.ts';

/** Returns the category's own label, or else our translation of its id, or else the id. */
export function categoryLabel({ id, label }: TicketCategory, { t, has }: I18n): string {
  const key = `category.${id}`;
  return label ?? (has(key) ? t(key) : id);
}
