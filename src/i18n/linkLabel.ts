import './locales/en/links.ts';
import type { HelpLink } from '../contract/config.ts';
import type { I18n } from './translator.ts';

/** Our translation of the name, if it is one of a default link; else the name. */
export function linkLabel({ name }: Pick<HelpLink, 'name'>, { t, has }: I18n): string {
  const key = `link.${name}`;
  return has(key) ? t(key) : name;
}
