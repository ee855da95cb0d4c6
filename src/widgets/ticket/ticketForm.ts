import type { CustomField } from '../../contract/config.ts';
import type { ErrorDetail } from '../../contract/envelope.ts';
import { isEmail, limits } from '../../contract/limits.ts';
import type { CustomValue, Priority } from '../../contract/ticket.ts';
import type { WrittenRequest } from '../../integrations/ticketMail.ts';

/** The values of the form. Custom fields are stored by id. */
export interface FormValues {
  category: string;
  subject: string;
  description: string;
  name: string;
  email: string;
  priority: Priority;
  custom: Record<string, CustomValue>;
}

export const emptyForm: FormValues = {
  category: '',
  subject: '',
  description: '',
  name: '',
  email: '',
  priority: 'medium',
  custom: {},
};

export type Problem =
  | { kind: 'required' }
  | { kind: 'email' }
  | { kind: 'tooLong'; limit: number }
  /** A sentence from the backend. */
  | { kind: 'refused'; message: string };

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

export function customName(id: string): string {
  return `customFields.${id}`;
}

/** The stored draft of a request, until it is sent. */
export interface Draft {
  /** Idempotency key. */
  key: string;
  values: FormValues;
  mailtoAttempted: boolean;
}

/** Parses a stored draft. Returns null if it is not a valid draft. */
export function parseDraft(kept: string | null): Draft | null {
  if (kept === null) return null;
  try {
    const { key, values: written, mailtoAttempted } = JSON.parse(kept);
    const values = { ...emptyForm, ...written };
    const isDraft =
      typeof key === 'string' &&
      typeof written?.description === 'string' &&
      Object.entries(emptyForm).every(([name, empty]) => isLike(empty, values[name]));
    return isDraft ? { key, values, mailtoAttempted: mailtoAttempted === true } : null;
  } catch {
    return null; // stored by another version: the form starts empty
  }
}

function isLike(empty: unknown, value: unknown): boolean {
  return value !== null && typeof value === typeof empty;
}

/** Returns the backend's validation errors by field. */
export function problemsFrom(details: readonly ErrorDetail[]): Problems {
  return Object.fromEntries(
    details.map(({ field, message }) => [field, { kind: 'refused', message } as const]),
  );
}

/** Returns the request in the form that a mail needs. */
export function asWritten({ custom, ...values }: FormValues): WrittenRequest {
  return { ...values, customFields: custom };
}
