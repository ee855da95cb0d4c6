import './locales/en/links.ts';
import type { HelpLink } from '../contract/config.ts';
import type { I18n } from './translator.ts';

/** Returns our translation of a default link's name, or the name of another link. */
export function linkLabel({ name }: Pick<HelpLink, 'name'>, { t, has }: I18n): string {
  const key = `link.${name}`;
  return has(key) ? t(key) : name;
}
