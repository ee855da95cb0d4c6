import './locales/en/categories.ts';
import type { TicketCategory } from '../contract/config.ts';
import type { I18n } from './translator.ts';

/** Returns the category's own label, or else our translation of its id, or else the id. */
export function categoryLabel({ id, label }: TicketCategory, { find }: I18n): string {
  return label ?? find(`category.${id}`) ?? id;
}
