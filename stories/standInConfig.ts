import { defaultAttachmentRules } from '../src/contract/attachmentDefaults.ts';
import type { TenantConfig } from '../src/contract/config.ts';

/** The settings of the backend of a story. */
export const tenantConfig: TenantConfig = {
  name: 'Acme',
  email: 'support@acme.example',
  links: [
    ['Knowledge Base', 'knowledge-base', 'self-service', 'BookOpenIcon'] as const,
    ['Support', 'support', 'contact', 'SupportIcon'] as const,
    ['Video Tutorials', 'video-tutorials', 'learning', 'PlayIcon'] as const,
    ['Glossary', 'glossary', 'reference', 'GlossaryIcon'] as const,
    ['Our Services', 'our-services', 'information', 'ServiceIcon'] as const,
  ].map(([name, page, category, icon]) => ({
    name,
    url: `https://help.acme.example/${page}`,
    category,
    icon,
  })),
  categories: [],
  fields: [],
  attachments: defaultAttachmentRules,
};
