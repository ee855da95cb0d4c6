/** Priorities of a request, lowest first. Does not import zod, so that forms can use it. */
export const priorities = ['low', 'medium', 'high', 'critical'] as const;
export type Priority = (typeof priorities)[number];
