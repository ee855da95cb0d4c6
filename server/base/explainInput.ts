import type * as z from 'zod/mini';

/** Plain names of types. */
const kinds: Partial<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'an object',
  record: 'an object',
  string: 'text',
};

/** Describes the expected input if its schema has no message. */
export const explainInput: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return `Must be ${kinds[issue.expected] ?? issue.expected}.`;
    case 'invalid_value':
      return `Must be ${listOf(issue.values.map(String))}.`;
    case 'invalid_key':
      return `Its name is not valid. ${issue.issues[0]?.message ?? ''}`.trim();
    case 'unrecognized_keys':
      return `Has no field ${listOf(issue.keys)}.`;
    case 'too_small':
      return `Must be ${issue.minimum} or more.`;
    case 'too_big':
      return `Must be ${issue.maximum} or less.`;
    case 'invalid_union':
      return 'Must have one of the shapes that openapi.json lists.';
    case 'invalid_format':
      return issue.format === 'datetime'
        ? 'Must be a time like 2026-11-29T12:00:00Z.'
        : 'Has the wrong format.';
    default:
      return undefined;
  }
};

/** Returns `a, b or c`. */
function listOf(values: readonly string[]): string {
  return [values.slice(0, -1).join(', '), values.at(-1)].filter(Boolean).join(' or ');
}
