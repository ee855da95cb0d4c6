import { describe, expect, it } from 'vitest';
import * as errors from '../../../src/errors.ts';
import { errorSentence } from '../../../src/i18n/errorSentence.ts';
import { en } from '../../../src/i18n/locales/en.ts';
import { es } from '../../../src/i18n/locales/es.ts';
import { createTranslator } from '../../../src/i18n/translator.ts';

const secret = 'SELECT at db:5432 (req_1)';

const cases = [
  [new errors.NetworkError(secret), 'error.network'],
  [new errors.TimeoutError(secret), 'error.timeout'],
  [new errors.QuotaError(secret), 'error.quota'],
  [new errors.ServerError(secret), 'error.server'],
  [new errors.CircuitOpenError(9), 'error.breaker'],
  [new errors.AuthenticationError(secret), 'error.auth'],
  [new errors.AuthorizationError(secret), 'error.auth'],
  [new errors.ValidationError(secret), 'error.validation'],
  [new errors.ConflictError(secret), 'error.conflict'],
  [new errors.NotFoundError(secret), 'error.notFound'],
  [new errors.ContractError(secret), 'error.contract'],
  [new errors.ConfigurationError(secret, 'theme'), 'error.unknown'],
  [new errors.PenguinMailsError(secret), 'error.unknown'],
] as const;

describe('errorSentence', () => {
  it.each(cases.map(([error, key]) => ({ name: error.name, error, key })))(
    'explains $name in the language of the reader, without its message',
    async ({ error, key }) => {
      const i18n = createTranslator();
      expect(errorSentence(error, i18n)).toBe(en[key]);
      await i18n.setLocale('es');
      expect(errorSentence(error, i18n)).toBe(es[key]);
    },
  );

  it.each([
    [6.2, '7 s'],
    [undefined, '60 s'],
  ])('names the delay for Retry-After %s', (retryAfter, time) => {
    const error = new errors.RateLimitError(secret, retryAfter);
    expect(errorSentence(error, createTranslator())).toContain(time);
  });

  it('names a point in time for a long delay', () => {
    const error = new errors.RateLimitError(secret, 86_400);
    const sentence = errorSentence(error, createTranslator());
    expect(sentence).toMatch(/^Too many requests at once. Try again after .*\d:\d\d/);
  });

  it('has a sentence for every class of error', () => {
    const tested = new Set([...cases.map(([error]) => error.name), 'RateLimitError']);
    expect(
      Object.keys(errors).filter((name) => /^[A-Z]\w*Error$/.test(name) && !tested.has(name)),
    ).toEqual([]);
  });
});
