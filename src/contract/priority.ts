/** Priorities of a request, lowest first. Free of zod, for forms. */
export const priorities = ['low', 'medium', 'high', 'critical'] as const;
export type Priority = (typeof priorities)[number];
