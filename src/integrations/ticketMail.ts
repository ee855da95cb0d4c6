import type { CustomValue } from '../contract/ticket.ts';
import type { SupportContext } from '../core/context.ts';
import { categoryLabel } from '../i18n/categoryLabel.ts';
import { createMail, type Mail } from './mailto.ts';

/** A request as the person wrote it, from the form or the outbox. */
export interface WrittenRequest {
  category: string;
  subject: string;
  description: string;
  name?: string | undefined;
  email: string;
  customFields?: Readonly<Record<string, CustomValue>> | undefined;
}

/** Creates a mail from a request, with everything that was written. */
export function mailOf(request: WrittenRequest, context: SupportContext): Mail {
  const { tenantConfig, page, visitor, i18n } = context;
  const { category, subject, description, customFields = {}, name, email } = request;
  const label = tenantConfig.categories.peek().find((one) => one.id === category);
  const fields = tenantConfig.fields
    .peek()
    .map((field) => `${field.label}: ${customFields[field.id] ?? '-'}`);
  const written = [subject, description, ...(Object.keys(customFields).length > 0 ? fields : [])];
  return createMail({
    to: tenantConfig.email.peek(),
    issueType: label ? categoryLabel(label, i18n) : (page.topic() ?? 'General'),
    description: written.filter((part) => part.trim()).join('\n\n'),
    user: { ...visitor.user(), ...(name && { name }), ...(email && { email }) },
    tenant: visitor.tenant(),
    browser: page.browser(),
    url: page.url(),
    timestamp: new Date().toISOString(),
    version: context.appVersion,
  });
}

/** Returns a mail as text, for the clipboard. */
export function textOf({ to, subject, body }: Mail): string {
  return `${to}\n${subject}\n\n${body}`;
}
