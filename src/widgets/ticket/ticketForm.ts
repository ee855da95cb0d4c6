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

/** The name of a custom field in `Problems`. */
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
export function parseDraft(stored: string | null): Draft | null {
  if (stored === null) return null;
  try {
    const { key, values: written, mailtoAttempted } = JSON.parse(stored);
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

/** Returns the request in the form that a mail needs. */
export function asWritten({ custom, ...values }: FormValues): WrittenRequest {
  return { ...values, customFields: custom };
}
