import { helpUrl } from '../brand.ts';
import type { HelpLink, LinkCategory } from '../contract/config.ts';
import { isSafeUrl } from '../contract/limits.ts';
import type { TenantConfigModel } from './tenantConfig.model.ts';

const link = (name: string, path: string, category: LinkCategory, icon: string): HelpLink => ({
  name,
  url: `${helpUrl}${path}`,
  category,
  icon,
});

export const defaultLinks: readonly HelpLink[] = [
  link('Knowledge Base', 'knowledge-base', 'self-service', 'BookOpenIcon'),
  link('Support', 'support', 'contact', 'SupportIcon'),
  link('Video Tutorials', 'video-tutorials', 'learning', 'PlayIcon'),
  link('Glossary', 'glossary', 'reference', 'GlossaryIcon'),
  link('Our Services', 'our-services', 'information', 'ServiceIcon'),
];

/** Returns the links of the help center, without those whose address is not safe. Reads a signal. */
export function helpLinks({ links }: Pick<TenantConfigModel, 'links'>): readonly HelpLink[] {
  return (links.value ?? defaultLinks).filter(({ url }) => isSafeUrl(url));
}
