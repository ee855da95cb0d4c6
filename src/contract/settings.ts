import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { limits } from './limits.ts';
import { requiredText, text } from './text.ts';
import { Priority } from './ticket.ts';

const minutesPerDay = 24 * 60;
const minuteOfDay = z.int().check(z.gte(0), z.lte(minutesPerDay));

const shifts = z.array(z.readonly(z.tuple([minuteOfDay, minuteOfDay]))).check(
  z.maxLength(12, { error: 'Must be at most 12 a day.' }),
  z.refine(
    (all) => all.flat().every((minute, index, minutes) => minute > (minutes[index - 1] ?? -1)),
    { error: 'Must be in order, without overlaps.' },
  ),
);

/** Business hours of the team. Targets only count this time. */
export const BusinessHours = z.object({
  /** IANA name, such as `Europe/Madrid`. */
  time_zone: text(limits.category),
  /**
   * Seven days from Monday, in minutes of the day. `[[540, 1080]]` is nine to six, `[]` a day off.
   */
  week: z.readonly(
    z.array(z.readonly(shifts)).check(z.length(7, { error: 'Must be seven days, Monday first.' })),
  ),
  /** Days off, such as `2026-12-25`. */
  holidays: z.readonly(
    z
      .array(z.iso.date({ error: 'Must be days like 2026-12-25.' }))
      .check(z.maxLength(400, { error: 'Must be at most 400.' })),
  ),
});

const minutes = z.number().check(z.gte(1), z.lte(30 * minutesPerDay));

/** Target of the first response: that of the first matching rule, otherwise `minutes`. */
export const FirstResponse = z.object({
  minutes,
  rules: z.readonly(
    z
      .array(
        z.object({
          priority: z.optional(Priority),
          tier: z.optional(requiredText(limits.category)),
          minutes,
        }),
      )
      .check(z.maxLength(50, { error: 'Must be at most 50.' })),
  ),
});

/** The daily summary of the team. */
export const DailySummary = z.object({
  /** IANA name. */
  time_zone: text(limits.category),
  /** Sent from this hour on, 0 to 23. */
  hour: z.int().check(z.gte(0), z.lte(23)),
});

/** Settings of the team. Null hours mean around the clock. A null summary means off. */
export const Settings = z.object({
  business_hours: z.nullable(BusinessHours),
  first_response: FirstResponse,
  daily_summary: z.nullable(DailySummary),
  /** Whether a mail from an unknown address opens a request. */
  email_channel: z.boolean(),
});
export type Settings = z.infer<typeof Settings>;

export const getSettings = {
  method: 'GET',
  path: 'agent/settings',
  access: 'secret',
  reply: Settings,
} as const satisfies Endpoint;

/** Changes only the given fields. Requests that await their first response keep their target. */
export const updateSettings = {
  method: 'PATCH',
  path: 'agent/settings',
  access: 'secret',
  body: z.partial(Settings),
  reply: Settings,
} as const satisfies Endpoint;
