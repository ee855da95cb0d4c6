import * as z from 'zod/mini';

const Envelope = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    details: z.array(z.object({ field: z.string(), message: z.string() })),
  }),
});

/** A call that did not work; its message is a sentence for the agent. */
export class Failure extends Error {
  /** The code of the API's error; undefined where nothing readable came back. */
  readonly code: string | undefined;

  constructor(message: string, cause?: unknown, code?: string) {
    super(message, { cause });
    this.name = 'Failure';
    this.code = code;
  }

  /** Reads the body of an error answer; anything may have answered. */
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

/** The sentence for an error. */
export const sentenceOf = (error: unknown): string =>
  error instanceof Failure ? error.message : 'Something went wrong. Load the page again.';
