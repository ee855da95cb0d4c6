import type { AgentTicket } from '../../src/contract/agent.ts';

/** The variables of canned replies, with the description of each. */
export const variables = {
  'customer.name': 'name of the customer',
  'customer.first_name': 'first name of the customer',
  'ticket.number': 'number of the request',
  'ticket.subject': 'subject of the request',
  'agent.name': 'your name',
  'organization.name': 'name of the customer’s organization',
} as const;

type Variable = keyof typeof variables;
type Values = Partial<Record<Variable, string>>;

/** Matches `{{name}}` or `{{name|fallback}}`. */
const pattern = /\{\{\s*([a-z_.]+)\s*(?:\|([^{}]*))?\}\}/g;

const isVariable = (name: string): name is Variable => Object.hasOwn(variables, name);

type Source = Pick<AgentTicket, 'customerName' | 'ticket_number' | 'subject' | 'organization'>;

/** Returns the values of a request. Unknown ones are omitted. */
export function valuesOf(
  { customerName, ticket_number, subject, organization }: Source,
  agent: { name: string },
): Values {
  const name = customerName?.trim();
  const replacements: Record<Variable, string | null | undefined> = {
    'customer.name': name,
    'customer.first_name': name?.split(/\s+/)[0],
    'ticket.number': ticket_number,
    'ticket.subject': subject,
    'agent.name': agent.name,
    'organization.name': organization?.name,
  };
  return Object.fromEntries(Object.entries(replacements).filter(([, value]) => value));
}

/** Replaces variables by their values or fallbacks. A variable without either does not change. */
export function fillIn(text: string, values: Values): string {
  return text.replaceAll(pattern, (whole, name: string, fallback: string | undefined) => {
    if (!isVariable(name)) return whole;
    return values[name] ?? fallback?.trim() ?? whole;
  });
}

/**
 * A variable that is left in a draft, with the range of its characters. The end is not included.
 */
export interface Unfilled {
  text: string;
  from: number;
  to: number;
}

/** Returns the variables that are left in a draft. */
export function unfilledIn(text: string): Unfilled[] {
  return [...text.matchAll(pattern)]
    .filter(([, name = '']) => isVariable(name))
    .map(({ 0: whole, index }) => ({ text: whole, from: index, to: index + whole.length }));
}

/** Returns names in a text that are not a variable, for example because of a typo. */
export function unknownIn(text: string): string[] {
  return [...text.matchAll(pattern)]
    .map(([, name = '']) => name)
    .filter((name) => !isVariable(name));
}
