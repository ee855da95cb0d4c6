import type { Routing, RoutingRule } from '../../src/contract/routing.ts';
import type { CustomValue, Priority } from '../../src/contract/ticket.ts';
import type { BusinessHours } from './businessHours.ts';

/** The values that rules match. */
export interface RoutedRequest {
  category: string;
  priority: Priority;
  /** The signed tier. A tier that the page claims does not count. */
  tier?: string | null | undefined;
  /** The id of the signed organization. */
  organization?: string | null | undefined;
  language?: string | undefined;
  fields?: Readonly<Record<string, CustomValue>> | undefined;
}

/** Returns the first matching rule, or undefined. */
export function findRule(
  { rules }: Pick<Routing, 'rules'>,
  request: RoutedRequest,
): RoutingRule | undefined {
  return rules.find((rule) => fits(rule, request));
}

function fits(rule: RoutingRule, request: RoutedRequest): boolean {
  const { category, priority, tier, organization, language, fields = {} } = rule;
  return (
    has(category, request.category) &&
    has(priority, request.priority) &&
    has(lowered(tier), request.tier?.toLowerCase()) &&
    has(organization, request.organization) &&
    (language === undefined || language.some((one) => isLanguage(one, request.language))) &&
    Object.entries(fields).every(([id, values]) => has(values, request.fields?.[id]))
  );
}

function has<T>(values: readonly T[] | undefined, value: T | null | undefined): boolean {
  return values === undefined || values.some((one) => one === value);
}

function lowered(values: readonly string[] | undefined): string[] | undefined {
  return values?.map((value) => value.toLowerCase());
}

function isLanguage(language: string, locale = ''): boolean {
  return `${locale.toLowerCase().replaceAll('_', '-')}-`.startsWith(`${language.toLowerCase()}-`);
}

/** Returns the hours of a queue, or those of the account if the queue has none. */
export function hoursOf(
  { routing, business_hours }: { routing: Routing; business_hours: BusinessHours | null },
  queueId: string | null | undefined,
): BusinessHours | null {
  const queue = routing.queues.find(({ id }) => id === queueId);
  return queue?.business_hours === undefined ? business_hours : queue.business_hours;
}
