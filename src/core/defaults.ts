import { helpUrl } from '../brand.ts';
import type { HelpLink, TicketCategory } from '../contract/config.ts';

const link = (
  name: string,
  path: string,
  category: HelpLink['category'],
  icon: string,
): HelpLink => ({ name, url: `${helpUrl}${path}`, category, icon });

export const defaultLinks: readonly HelpLink[] = [
  link('Knowledge Base', 'knowledge-base', 'self-service', 'BookOpenIcon'),
  link('Support', 'support', 'contact', 'SupportIcon'),
  link('Video Tutorials', 'video-tutorials', 'learning', 'PlayIcon'),
  link('Glossary', 'glossary', 'reference', 'GlossaryIcon'),
  link('Our Services', 'our-services', 'information', 'ServiceIcon'),
];

/** Their labels are translated by id. */
export const defaultCategories: readonly TicketCategory[] = [
  'technical',
  'billing',
  'account',
  'deliverability',
  'integration',
  'feature_request',
  'other',
].map((id) => ({ id }));
