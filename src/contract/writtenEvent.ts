import * as z from 'zod/mini';

/** Path of written answers. The response is a stream of server-sent events. */
export const writtenAnswerPath = 'support/kb/written-answer';

/** A passage of an article that the model received. */
export const WrittenSource = z.object({
  slug: z.string(),
  title: z.string(),
  /** Address of the article, including the heading of the passage. */
  url: z.string(),
  /** Heading of the passage. Empty at the beginning of an article. */
  heading: z.string(),
  /** Id of that heading. */
  anchor: z.string(),
});
export type WrittenSource = z.infer<typeof WrittenSource>;

/**
 * - `sources`: the first event. Sentences refer to these passages by their index.
 * - `sentence`: a sentence that its sources support.
 * - `end`: the last event. `unknown`: the articles do not answer the question.
 *   `unavailable`: the model failed or did not respond in time, maybe after some sentences.
 */
export const WrittenEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('sources'),
    /** Language of the passages. */
    locale: z.string(),
    sources: z.array(WrittenSource),
  }),
  z.object({ type: z.literal('sentence'), text: z.string(), sources: z.array(z.int()) }),
  z.object({
    type: z.literal('end'),
    outcome: z.enum(['answered', 'unknown', 'unavailable']),
  }),
]);
export type WrittenEvent = z.infer<typeof WrittenEvent>;
