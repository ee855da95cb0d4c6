import type { CustomField } from '../../contract/config.ts';
import type { ErrorDetail } from '../../contract/envelope.ts';
import { isEmail, limits } from '../../contract/limits.ts';
import { customName, type FormValues } from './ticketForm.ts';

export type Problem =
  | { kind: 'required' }
  | { kind: 'email' }
  | { kind: 'tooLong'; limit: number }
  /** A sentence from the backend. */
  | { kind: 'rejected'; message: string };

/** Problems by field name. Custom fields have the name `customFields.<id>`, as in the backend. */
export type Problems = Readonly<Record<string, Problem>>;

/** Problems that must be fixed before the request can be sent. */
export function findProblems(values: FormValues, fields: readonly CustomField[]): Problems {
  const found: Record<string, Problem> = {};
  const check = (name: string, value: string, limit: number, required = true) => {
    if (required && value.trim() === '') found[name] = { kind: 'required' };
    else if (value.length > limit) found[name] = { kind: 'tooLong', limit };
  };
  check('category', values.category, limits.category);
  check('subject', values.subject, limits.subject);
  check('description', values.description, limits.description);
  check('name', values.name, limits.name, false);
  check('email', values.email, limits.email);
  if (!found.email && !isEmail(values.email.trim())) found.email = { kind: 'email' };
  for (const { id, required } of fields) {
    const value = values.custom[id] ?? '';
    if (typeof value === 'string') check(customName(id), value, limits.customField, required);
    else if (required && !value) found[customName(id)] = { kind: 'required' };
  }
  return found;
}

/** Returns the backend's validation errors by field. */
export function problemsFrom(details: readonly ErrorDetail[]): Problems {
  return Object.fromEntries(
    details.map(({ field, message }) => [field, { kind: 'rejected', message } as const]),
  );
}
