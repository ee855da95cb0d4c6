import * as z from 'zod/mini';

const Envelope = z.object({
  error: z.object({
    message: z.string(),
    details: z.array(z.object({ field: z.string(), message: z.string() })),
  }),
});

/** A call that did not work; its message is a sentence for the agent. */
export class Failure extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'Failure';
  }

  /** Reads the body of an error answer; anything may have answered. */
  static of(body: unknown): Failure {
    const read = z.safeParse(Envelope, body);
    if (!read.success) return new Failure('The server gave no readable answer. Try again.', body);
    const { message, details } = read.data.error;
    const [first] = details;
    return new Failure(first ? `${message} ${first.field}: ${first.message}` : message);
  }
}

/** The sentence for an error. */
export const sentenceOf = (error: unknown): string =>
  error instanceof Failure ? error.message : 'Something went wrong. Load the page again.';
