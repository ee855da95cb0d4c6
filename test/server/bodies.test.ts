import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Listening, listen } from '../../server/start/listen.ts';
import { limits } from '../../src/contract/limits.ts';
import { apiErrorOf, createTestApp, draft, headersOf, post } from './support/api.ts';
import { openForFile } from './support/database.ts';
import { createTenant, newId, type TestTenant } from './support/tenant.ts';

const database = openForFile();
let server: Listening;
let tenant: TestTenant;
beforeAll(async () => {
  tenant = await createTenant(database.kysely);
  server = await listen(createTestApp(database).fetch, { port: 0, host: '127.0.0.1' });
});
afterAll(() => server.close());

const caller = () => ({ key: tenant.publishableKey, visitor: newId() });
const url = () => `http://127.0.0.1:${server.port}/v1/support/tickets`;
const headers = () => ({
  ...headersOf(caller()),
  'Content-Type': 'application/json',
  'Idempotency-Key': newId(),
});

test.each(['', '{', '[1,', 'null x', '{"subject":}', '<html>', '\ufeff\ufeff{}'])(
  'a body that is not JSON is rejected: %j',
  async (body) => {
    const apiError = await apiErrorOf(await post(createTestApp(database), caller(), body));
    expect(apiError).toMatchObject({ status: 400, code: 'MALFORMED_REQUEST' });
  },
);

test.each(['{"a":{"__proto__":1}}', '[{"\\u005f_proto__":{}}]'])(
  'a name that cannot be stored is rejected instead of dropped: %s',
  async (values) => {
    const body = `{"context":{"values":${values}}}`;
    const apiError = await apiErrorOf(await post(createTestApp(database), caller(), body));
    expect(apiError).toMatchObject({ status: 400, code: 'MALFORMED_REQUEST' });
    expect(apiError.message).toContain('Rename it.');
  },
);

test('the name "constructor" is stored like any other', async () => {
  const context = { values: { constructor: 'Ada', hasOwnProperty: 'x' } };
  const app = createTestApp(database);
  const response = await post(app, caller(), { ...draft, context });
  expect(response.status).toBe(201);
});

test('bytes that are not UTF-8 are rejected', async () => {
  const body = new Uint8Array([0x22, 0xff, 0xfe, 0x22]);
  const response = await fetch(url(), { method: 'POST', headers: headers(), body });
  expect(await apiErrorOf(response)).toMatchObject({ status: 400 });
});

test.each(['null', '[]', '1', '"x"', '{}', '['.repeat(100_000) + ']'.repeat(100_000)])(
  'JSON of another shape is rejected: %.20s',
  async (body) => {
    const apiError = await apiErrorOf(await post(createTestApp(database), caller(), body));
    expect(apiError).toMatchObject({ status: 422, code: 'VALIDATION_ERROR' });
  },
);

test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp'])(
  'a body of type %s is rejected',
  async (type) => {
    const response = await post(createTestApp(database), caller(), draft, { 'Content-Type': type });
    expect(await apiErrorOf(response)).toMatchObject({
      status: 415,
      code: 'UNSUPPORTED_MEDIA_TYPE',
    });
  },
);

test('a body of exactly the limit is read, and one byte more is rejected', async () => {
  const padded = (size: number) => {
    const body = JSON.stringify({ ...draft, more: '' });
    return body.replace('"more":""', `"more":"${'x'.repeat(size - body.length)}"`);
  };
  const fits = await fetch(url(), {
    method: 'POST',
    headers: headers(),
    body: padded(limits.body),
  });
  expect(fits.status).toBe(201);
  const tooLarge = await fetch(url(), {
    method: 'POST',
    headers: headers(),
    body: padded(limits.body + 1),
  });
  expect(await apiErrorOf(tooLarge)).toMatchObject({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
});

test('a body without a declared length is counted and aborted at the limit', async () => {
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 16_384;
      if (sent > 50_000_000) controller.close();
      else controller.enqueue(new Uint8Array(16_384).fill(32));
    },
  });
  const init = { method: 'POST', headers: headers(), body: endless, duplex: 'half' };
  const response = await createTestApp(database).fetch(new Request(url(), init));
  expect(response.status).toBe(413);
  expect(sent).toBeLessThan(1_000_000);
});

/** Sends raw HTTP. Resolves to the response when the connection ends. */
function speak(lines: string[], body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1');
    let response = '';
    socket.setTimeout(5_000, () => socket.end());
    socket.on('data', (data) => {
      response += data.toString();
      if (response.includes('\r\n\r\n')) socket.end();
    });
    socket.on('close', () => resolve(response));
    socket.on('error', (error) => (response === '' ? reject(error) : resolve(response)));
    socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`);
  });
}

test('a chunked body above the limit is rejected, and the server keeps working', async () => {
  const head = ['POST /v1/support/tickets HTTP/1.1', 'Host: x', 'Transfer-Encoding: chunked'];
  const all = [...head, ...Object.entries(headers()).map(([name, value]) => `${name}: ${value}`)];
  const chunk = `10000\r\n${' '.repeat(0x10000)}\r\n`;
  expect(await speak(all, chunk.repeat(8))).toMatch(/^HTTP\/1\.1 413 /);
  expect((await fetch(`http://127.0.0.1:${server.port}/healthz`)).status).toBe(200);
});

test('two lengths, or a length with chunked encoding, are rejected', async () => {
  const head = ['POST /v1/support/tickets HTTP/1.1', 'Host: x', 'Content-Length: 5'];
  expect(await speak([...head, 'Content-Length: 6'], '{}')).toMatch(/^HTTP\/1\.1 400 /);
  expect(await speak([...head, 'Transfer-Encoding: chunked'], '0\r\n\r\n')).toMatch(
    /^HTTP\/1\.1 400 /,
  );
});
