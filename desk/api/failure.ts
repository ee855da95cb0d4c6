import * as z from 'zod/mini';

const Envelope = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    details: z.array(z.object({ field: z.string(), message: z.string() })),
  }),
});

/** A failed call. Its message is a sentence for the agent. */
export class Failure extends Error {
  /** The code of the API error. Undefined if the response was not readable. */
  readonly code: string | undefined;

  constructor(message: string, cause?: unknown, code?: string) {
    super(message, { cause });
    this.name = 'Failure';
    this.code = code;
  }

  /** Reads the body of an error response, which may come from any server. */
  static of(body: unknown): Failure {
    const read = z.safeParse(Envelope, body);
    if (!read.success)
      return new Failure('The server sent a response that can’t be read. Try again.', body);
    const { code, message, details } = read.data.error;
    const [first] = details;
    const words = first ? `${message} ${first.field}: ${first.message}` : message;
    return new Failure(words, undefined, code);
  }
}

/** Returns the sentence for an error. */
export const sentenceOf = (error: unknown): string =>
  error instanceof Failure ? error.message : 'Something went wrong. Reload the page.';
