import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTestApp, draft, headersOf, post } from './support/api.ts';
import { openForFile } from './support/database.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();
const understood = [200, 201, 400, 401, 404, 405, 409, 413, 415, 422];

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constant('\ud800'),
);
const anyValue = fc.oneof(fc.jsonValue(), anyText);

test('no request body causes a server error', async () => {
  const { publishableKey: key } = await createTenant(database.kysely);
  const app = createTestApp(database);
  const almostRight = fc.record(
    {
      subject: fc.oneof(anyValue, fc.constant('x')),
      description: fc.oneof(anyValue, fc.constant('x')),
      email: fc.oneof(anyValue, fc.constant(draft.email), fc.emailAddress()),
      name: anyValue,
      category: fc.constantFrom('technical', 'other', '__proto__'),
      customFields: fc.oneof(fc.dictionary(anyText, anyValue), anyValue),
      context: fc.oneof(fc.record({ url: anyValue, locale: anyValue }), anyValue),
      priority: fc.oneof(fc.constantFrom('low', 'critical'), anyValue),
      userId: anyValue,
    },
    { requiredKeys: [] },
  );
  const body = fc.oneof(
    almostRight,
    almostRight.map((some) => ({ ...draft, ...some })),
    anyValue,
    fc.string(),
  );
  await fc.assert(
    fc.asyncProperty(body, async (value) => {
      const response = await post(app, { key, visitor: newId() }, value);
      expect(understood).toContain(response.status);
      expect(response.headers.get('Content-Type')).toBe('application/json');
    }),
    { numRuns: 500 },
  );
});

test('no path, query or header causes a server error', async () => {
  const { publishableKey: key } = await createTenant(database.kysely);
  const app = createTestApp(database);
  const headerText = fc.stringMatching(/^[\x20-\x7e\x80-\xff]{0,80}$/);
  const request = fc.record({
    id: anyText,
    query: fc.dictionary(fc.constantFrom('cursor', 'limit', 'locale', '__proto__'), anyText),
    method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH'),
    path: fc.constantFrom('support/config', 'support/tickets', 'support/tickets/', ''),
    visitor: fc.oneof(headerText, fc.constant(newId())),
    idempotency: headerText,
    origin: fc.oneof(headerText, fc.constant('https://app.acme.example')),
  });
  await fc.assert(
    fc.asyncProperty(request, async ({ id, query, method, path, visitor, idempotency, origin }) => {
      const search = new URLSearchParams(query);
      const response = await app.request(
        `/v1/${path}${encodeURI(id.replaceAll(/\p{Cs}/gu, ''))}?${search}`,
        {
          method,
          headers: {
            ...headersOf({ key }),
            'X-Visitor-Id': visitor,
            'Idempotency-Key': idempotency,
            Origin: origin,
          },
        },
      );
      // 302: from the address of the API to its endpoints.
      expect([...understood, 204, 302, 403]).toContain(response.status);
    }),
    { numRuns: 500 },
  );
});
