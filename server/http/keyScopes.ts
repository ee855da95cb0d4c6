import type { KeyScope } from '../../src/contract/adminKey.ts';

/** The scope that a secret key needs, by the path after `agent/`. */
const scopeByArea: Readonly<Record<string, KeyScope>> = {
  sessions: 'sessions',
  session: 'tickets',
  agents: 'tickets',
  tickets: 'tickets',
  queues: 'tickets',
  attachments: 'tickets',
  filters: 'tickets',
  stream: 'tickets',
  mails: 'tickets',
  articles: 'articles',
  kb: 'articles',
  report: 'report',
  ratings: 'tickets',
  settings: 'settings',
  'canned-replies': 'settings',
  visitors: 'visitors',
  integrations: 'integrations',
  incidents: 'integrations',
  maintenance: 'integrations',
  webhooks: 'webhooks',
  deliveries: 'webhooks',
  jobs: 'jobs',
};

/** @throws Error for a path without a scope, so that a new endpoint cannot be forgotten */
export function scopeOfPath(path: string): KeyScope {
  const [, area = ''] = path.split('/');
  const scope = scopeByArea[area];
  if (scope === undefined) throw new Error(`${path} has no scope in keyScopes.ts.`);
  return scope;
}
