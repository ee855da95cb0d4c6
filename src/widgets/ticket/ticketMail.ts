import type { SupportContext } from '../../core/context.ts';
import { createMail, type Mail } from '../../integrations/mailto.ts';
import { categoryLabel } from './categoryLabel.ts';
import type { FormValues } from './ticketForm.ts';

/** The request as a mail, with everything that the form holds. */
export function mailOf(values: FormValues, context: SupportContext): Mail {
  const { tenantConfig, page, visitor, i18n } = context;
  const { category, subject, description, custom, name, email } = values;
  const label = tenantConfig.categories.peek().find((one) => one.id === category);
  const fields = tenantConfig.fields
    .peek()
    .map((field) => `${field.label}: ${custom[field.id] ?? '-'}`);
  const written = [subject, description, ...(Object.keys(custom).length > 0 ? fields : [])];
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

/** A mail as text, for the clipboard. */
export function textOf({ to, subject, body }: Mail): string {
  return `${to}\n${subject}\n\n${body}`;
}
