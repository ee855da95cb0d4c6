import {
  adminEndpoints as admin,
  agentEndpoints as agent,
  type Endpoint,
} from '../../../src/contract/index.ts';
import { onePixel } from './articles.ts';

type Ids = Readonly<Record<string, string | undefined>>;

/** A use of an endpoint that succeeds after the previous ones in the list. */
interface Use {
  endpoint: Endpoint;
  input(ids: Ids): {
    params?: Record<string, string>;
    query?: Record<string, string>;
    body?: unknown;
    file?: { name: string; content: BodyInit };
  };
  /** Stores the id of the reply under this name. */
  remember?: string;
  /** Needs the session of an agent. */
  isOfAgent?: boolean;
}

const use = (endpoint: Endpoint, input: Use['input'], remember?: string): Use => ({
  endpoint,
  input,
  ...(remember !== undefined && { remember }),
});
const at =
  (name: string, body?: unknown): Use['input'] =>
  (ids) => ({ params: { id: ids[name] ?? '' }, ...(body !== undefined && { body }) });
const with_ =
  (body: unknown): Use['input'] =>
  () => ({ body });

const hook = { url: 'https://hooks.acme.example/hunter22', events: ['ticket.created'] };
const window_ = { starts_at: '2100-01-01T00:00:00Z', ends_at: '2100-01-02T00:00:00Z' };
const person = { user_id: 'no one' };
const ofArticle = { params: { slug: 'spf' }, query: { locale: 'en' } };
const canned = { name: 'Refund', shortcut: 'refund', text: 'hunter22' };
const article = { locale: 'en', markdown: '# SPF\n\nText.' };

/** A use of every endpoint of the team that adds an entry to the audit log. */
export const auditedUses: readonly Use[] = [
  use(admin.createAccount, with_({ name: 'Bolt', email: 'help@bolt.example' })),
  use(admin.updateAccount, at('tenant', { plan: 'starter' })),
  use(admin.closeAccount, at('tenant', { keep_days: 3 })),
  use(admin.reopenAccount, at('tenant')),
  use(admin.createKey, with_({ kind: 'secret', name: 'CI' }), 'key'),
  use(admin.rotateKey, at('key', {})),
  use(admin.revokeKey, at('key')),
  use(admin.rotateIdentity, with_({})),
  use(admin.updateAccountSettings, with_({ ticket_prefix: 'NW' })),
  use(admin.inviteAgent, with_({ name: 'Ada', email: 'ada@acme.example' }), 'agent'),
  use(admin.updateManagedAgent, at('agent', { role: 'viewer' })),
  use(agent.createAgentSession, with_({ name: 'Bo', email: 'bo@acme.example' })),
  use(agent.getAgentTicket, at('ticket')),
  use(agent.writeAgentMessage, at('ticket', { body: 'hunter22' })),
  use(agent.updateTicket, at('ticket', { priority: 'high', tags: ['urgent'] })),
  use(agent.uploadAgentAttachment, () => ({})),
  use(agent.mergeTicket, (ids) => ({
    params: { id: ids.second ?? '' },
    body: { into: ids.ticket },
  })),
  use(agent.createCannedReply, with_(canned), 'canned'),
  use(agent.updateCannedReply, at('canned', { name: 'Refunds' })),
  use(agent.deleteCannedReply, at('canned')),
  {
    ...use(agent.createFilter, with_({ name: 'Mine', conditions: {} }), 'filter'),
    isOfAgent: true,
  },
  { ...use(agent.deleteFilter, at('filter')), isOfAgent: true },
  use(agent.listRejectedMails, () => ({})),
  use(agent.putArticle, () => ({ params: { slug: 'spf' }, body: article })),
  use(agent.uploadArticlePicture, () => ({ file: { name: 'dot.png', content: onePixel } })),
  use(agent.importArticles, with_({ articles: [] })),
  use(agent.updateArticle, () => ({ ...ofArticle, body: { published: false } })),
  use(agent.restoreArticleVersion, () => ({
    ...ofArticle,
    params: { slug: 'spf', version: '1' },
    body: {},
  })),
  use(agent.moveArticle, () => ({ params: { slug: 'spf' }, body: { slug: 'new-spf' } })),
  use(agent.deleteMissedSearch, () => ({ query: { query: 'gone', locale: 'en' } })),
  use(agent.deleteArticle, () => ({ params: { slug: 'new-spf' }, query: { locale: 'en' } })),
  use(agent.updateSettings, with_({ email_channel: true })),
  use(agent.exportPerson, with_(person)),
  use(agent.erasePerson, with_(person)),
  use(
    agent.upsertIntegration,
    with_({ provider: 'hubspot', organization_id: 'northwind' }),
    'integration',
  ),
  use(agent.reportIntegration, at('integration', { lifecycle: 'active' })),
  use(agent.openIncident, with_({ title: 'Down', message: 'We look into it.' }), 'incident'),
  use(agent.updateIncident, at('incident', { status: 'resolved', message: 'It works.' })),
  use(agent.planMaintenance, with_({ title: 'Move', ...window_ }), 'maintenance'),
  use(agent.cancelMaintenance, at('maintenance')),
  use(agent.removeIntegration, at('integration')),
  use(agent.createWebhook, with_(hook), 'webhook'),
  use(agent.updateWebhook, at('webhook', { active: false })),
  use(agent.testWebhook, at('webhook', {}), 'delivery'),
  use(agent.retryDelivery, at('delivery')),
  use(agent.deleteWebhook, at('webhook')),
  use(agent.retryDeadJob, at('job')),
  use(admin.deleteAccount, at('tenant')),
];
