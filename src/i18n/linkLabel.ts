import type { HelpLink } from '../contract/config.ts';
import type { I18n } from './translator.ts';

/** Returns our translation of a default link's name, or the name of another link. */
export function linkLabel({ name }: Pick<HelpLink, 'name'>, { find }: I18n): string {
  return find(`link.${name}`) ?? name;
}
