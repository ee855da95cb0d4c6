import * as z from 'zod/mini';
import { language, slug } from './articleKey.ts';
import { eventNames } from './eventNames.ts';
import { limits } from './limits.ts';
import { MessageScreen, NoticedState } from './proactive.ts';
import { requiredLine, requiredText, safeUrl, text } from './text.ts';

/** A refinement instead of an enum, because the API's document has the list of names already. */
const eventName = text(64).check(
  z.refine((value) => eventNames.some((name) => name === value), {
    error: 'Must be an event of the tracking plan.',
  }),
);

/** `{integration}` in a title or text is replaced by the name of the integration. */
const ProactiveText = z.strictObject({
  title: requiredLine(120),
  text: z.optional(requiredLine(limits.contextLine)),
  action: z.optional(requiredLine(60)),
});

const has = (values: readonly unknown[]) => values.filter((value) => value !== undefined).length;

/** A rule for a proactive message, with its text in each language. */
export const ProactiveRule = z
  .strictObject({
    id: slug,
    /** An inactive rule is kept and not sent to pages. Default true. */
    active: z.optional(z.boolean()),
    page: z.optional(
      text(limits.url).check(z.regex(/^[/*]/, { error: 'Must be a path: /campaigns/*.' })),
    ),
    seconds: z.optional(z.int().check(z.gte(0), z.lte(3_600))),
    event: z.optional(eventName),
    integration: z.optional(
      z.strictObject({
        provider: z.optional(requiredText(limits.category)),
        state: NoticedState,
      }),
    ),
    texts: z.record(language, ProactiveText),
    article: z.optional(slug),
    screen: z.optional(MessageScreen),
    url: z.optional(safeUrl),
    every_days: z.optional(z.int().check(z.gte(1), z.lte(365))),
  })
  .check(
    z.refine(
      ({ page, seconds, event, integration }) => has([page, seconds, event, integration]) > 0,
      {
        path: ['page'],
        error: 'Give a page, seconds, an event or an integration.',
      },
    ),
    z.refine(({ article, screen, url }) => has([article, screen, url]) < 2, {
      path: ['url'],
      error: 'Give only one of article, screen and url.',
    }),
    z.refine(({ texts }) => Object.keys(texts).length > 0, {
      path: ['texts'],
      error: 'Must have a text in one language.',
    }),
  );
export type ProactiveRule = z.infer<typeof ProactiveRule>;

/** The proactive messages of an account. */
export const Proactive = z
  .strictObject({
    /** Maximum number of messages that a visitor sees within 24 hours. */
    per_day: z.int().check(z.gte(1), z.lte(20)),
    /** The first rule whose conditions are true shows its message. */
    rules: z.array(ProactiveRule).check(z.maxLength(20, { error: 'Must be at most 20.' })),
  })
  .check(
    z.refine(({ rules }) => new Set(rules.map(({ id }) => id)).size === rules.length, {
      path: ['rules'],
      error: 'Must have different ids.',
    }),
  );
export type Proactive = z.infer<typeof Proactive>;
