import * as z from 'zod/mini';
import { ConfigurationError } from '../../src/errors.ts';
import type { ChatModelOptions } from '../kb/written/chatModel.ts';

/** Variables of the model that writes answers. */
export const answersVariables = {
  ANSWERS_URL: z.optional(
    z.string().check(
      z.refine((value) => /^https?:/.test(value) && URL.canParse(value), {
        error: 'must begin with https:// or http://',
      }),
    ),
  ),
  ANSWERS_MODEL: z.optional(z.string()),
  ANSWERS_KEY: z.optional(z.string()),
};

const Variables = z.object(answersVariables);

/**
 * @throws ConfigurationError if only one of `ANSWERS_URL` and `ANSWERS_MODEL` is set, or
 * `ANSWERS_KEY` without them
 */
export function answersOf(variables: z.infer<typeof Variables>): ChatModelOptions | undefined {
  const { ANSWERS_URL: url, ANSWERS_MODEL: model, ANSWERS_KEY: key } = variables;
  if (url === undefined && model === undefined && key === undefined) return undefined;
  if (url === undefined || model === undefined) {
    const missing = url === undefined ? 'ANSWERS_URL' : 'ANSWERS_MODEL';
    const other = url ? 'ANSWERS_URL' : model ? 'ANSWERS_MODEL' : 'ANSWERS_KEY';
    throw new ConfigurationError(
      `The variable ${missing} must be set together with ${other}.`,
      missing,
    );
  }
  return { url, model, key };
}
