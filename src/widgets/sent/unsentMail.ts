import type { SupportContext } from '../../core/context.ts';
import { createMail, type Mail } from '../../integrations/mailto.ts';
import { mailOf } from '../../integrations/ticketMail.ts';
import type { SentModel } from './sent.model.ts';

/** Returns the mail of a request that is still in the outbox. */
export function unsentMail({ written }: SentModel, context: SupportContext): Mail {
  const { draft, text } = written();
  if (draft) return mailOf(draft, context);
  const { visitor, tenantConfig, page, appVersion } = context;
  return createMail({
    to: tenantConfig.email.peek(),
    user: visitor.user(),
    tenant: visitor.tenant(),
    browser: page.browser(),
    url: page.url(),
    timestamp: new Date().toISOString(),
    version: appVersion,
    issueType: page.topic() ?? 'General',
    description: text,
  });
}

/** Opens the visitor's mail program with the request. It also stays in the outbox. */
export function mailUnsent(model: SentModel, context: SupportContext): void {
  const { href, cut } = unsentMail(model, context);
  const category = model.written().draft?.category ?? null;
  context.track('support_mailto_fallback', { category, has_backend: true, cut });
  context.page.go(href);
}
