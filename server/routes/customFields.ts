import type { CustomField } from '../../src/contract/config.ts';
import type { ErrorDetail } from '../../src/contract/envelope.ts';
import type { CustomValue } from '../../src/contract/ticket.ts';

/** Checks the values against the tenant's own field definitions. */
export function checkCustomFields(
  fields: readonly CustomField[],
  values: Readonly<Record<string, CustomValue>>,
): ErrorDetail[] {
  const known = new Map(fields.map((field) => [field.id, field]));
  const details: ErrorDetail[] = [];
  const reportProblem = (id: string, message: string) =>
    details.push({ field: `customFields.${id}`, message });
  for (const [id, value] of Object.entries(values)) {
    const field = known.get(id);
    const problem = field === undefined ? 'Is not a field of this form.' : problemOf(field, value);
    if (problem !== undefined) reportProblem(id, problem);
  }
  for (const { id, required } of fields) {
    const value = Object.hasOwn(values, id) ? values[id] : undefined;
    if (required && isMissing(value)) reportProblem(id, 'Must not be empty.');
  }
  return details;
}

function problemOf(field: CustomField, value: CustomValue): string | undefined {
  if (field.type === 'checkbox') {
    return typeof value === 'boolean' ? undefined : 'Must be true or false.';
  }
  if (typeof value !== 'string') return 'Must be text.';
  if (field.type !== 'select' || value === '') return undefined;
  const options = field.options ?? [];
  return options.some((option) => option.value === value)
    ? undefined
    : 'Must be one of the choices.';
}

function isMissing(value: CustomValue | undefined): boolean {
  return (
    value === undefined || value === false || (typeof value === 'string' && value.trim() === '')
  );
}
