import type { IntegrationCategory } from '../contract/integration.ts';
import { type Feature, systems } from './systems.ts';

/** An external system. */
export interface System {
  id: string;
  name: string;
  category: IntegrationCategory;
  icon: string;
  docs: string;
  working: readonly Feature[];
}

const icons: Record<IntegrationCategory, string> = {
  email_service: 'MailIcon',
  payment_processor: 'CreditCardIcon',
  analytics: 'BarChartIcon',
  crm: 'UsersIcon',
  marketing_automation: 'ZapIcon',
  social_media: 'ShareIcon',
  storage: 'HardDriveIcon',
  communication: 'MessageCircleIcon',
  database: 'DatabaseIcon',
  support: 'SupportIcon',
  identity: 'KeyIcon',
};

export const catalogue: readonly System[] = systems.flatMap(({ category, rows }) =>
  rows.map(([id, name, docs, ...working]) => ({
    id,
    name,
    category,
    icon: icons[category],
    docs: `https://${docs}`,
    working,
  })),
);

export function findSystem(id: string): System | undefined {
  return catalogue.find((system) => system.id === id);
}
