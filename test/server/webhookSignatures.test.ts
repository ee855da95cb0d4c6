import { describe, expect, test } from 'vitest';
import { findProvider } from '../../server/providers/index.ts';
import { signedHeaders } from '../../server/webhooks/out/sign.ts';
import {
  at,
  customBody,
  mac,
  mailgunBody,
  type Vector,
  vectors,
} from './support/webhookVectors.ts';

const receive = (vector: Vector, change: Partial<Vector> & { body?: string } = {}) => {
  const {
    provider,
    credentials,
    headers,
    body,
    at,
    url = 'https://x.example/',
  } = {
    ...vector,
    ...change,
  };
  return findProvider(provider)?.inbound?.receive(credentials, {
    method: 'POST',
    url,
    headers: new Headers(headers),
    body: Buffer.from(body),
    now: at * 1_000,
  });
};
describe.each(vectors)('$provider', (vector) => {
  test('a valid signature is accepted', async () => {
    expect(await receive(vector)).toMatchObject({ events: vector.events });
  });

  test('five minutes is the limit for old and for future timestamps', async () => {
    expect(await receive(vector, { at: vector.at + 299 })).toMatchObject({ events: vector.events });
    expect(await receive(vector, { at: vector.at + 301 })).toBe('invalid');
    expect(await receive(vector, { at: vector.at - 301 })).toBe('invalid');
  });

  test('a missing signature and a wrong one cause different errors', async () => {
    const body = vector.isInBody ? '{"event-data":{"id":"1","event":"x"}}' : vector.body;
    expect(await receive(vector, { headers: {}, body })).toBe('missing');
    for (const wrong of ['', '=', 'v0=', 'sha256=00', 'v1,AAAA', 't=1,v1=00', 'ñ'.repeat(9)]) {
      const headers = Object.fromEntries(
        Object.entries(vector.headers).map(([name, value]) => [
          name,
          /signature/i.test(name) ? encodeURI(wrong) : value,
        ]),
      );
      if (!vector.isInBody) expect(await receive(vector, { headers })).not.toHaveProperty('events');
    }
  });

  test('only one spelling of a signature is valid', async () => {
    const ways: ((signature: string) => string)[] = [
      (signature) => `${signature}zz`,
      (signature) => `${signature}!!!!`,
      (signature) => `${signature.slice(0, 12)}!${signature.slice(12)}`,
      (signature) => `${signature}, v1,AAAA`,
      (signature) => signature.toUpperCase(),
      (signature) => signature.replace(/^(v1,|v0=|sha256=)/, ''),
      (signature) => signature.replace(/=+$/, ''),
      (signature) => signature.replaceAll('+', '-').replaceAll('/', '_'),
    ];
    for (const way of ways) {
      const written = (name: string, value: string) =>
        /signature/i.test(name) && name !== 'Stripe-Signature' ? way(value) : value;
      const headers = Object.fromEntries(
        Object.entries(vector.headers).map(([name, value]) => [name, written(name, value)]),
      );
      if (Object.entries(headers).every(([name, value]) => vector.headers[name] === value))
        continue;
      expect(await receive(vector, { headers }), String(way)).toBe('invalid');
    }
  });

  test('a time is a whole decimal number', async () => {
    for (const write of [
      (time: string) => `0x${Number(time).toString(16)}`,
      (time: string) => `${time}.0`,
      (time: string) => `${time}e0`,
      (time: string) => `+${time}`,
    ]) {
      const headers = Object.fromEntries(
        Object.entries(vector.headers).map(([name, value]) => [
          name,
          /timestamp/i.test(name) ? write(value) : value,
        ]),
      );
      if (Object.keys(headers).some((name) => /timestamp/i.test(name))) {
        expect(await receive(vector, { headers })).toBe('invalid');
      }
    }
  });

  test('another byte, another secret or no secret is invalid', async () => {
    const body = vector.isInBody ? mailgunBody('b'.repeat(50)) : vector.body.replace('e', 'f');
    expect(await receive(vector, { body })).toBe('invalid');
    const [[name = '', value = ''] = []] = Object.entries(vector.credentials);
    const others = vector.others ?? { [name]: `${value}x` };
    expect(await receive(vector, { credentials: others })).toBe('invalid');
    expect(await receive(vector, { credentials: {} })).toBe('invalid');
  });
});

test('Slack’s challenge is answered if it is signed', async () => {
  const body = JSON.stringify({ type: 'url_verification', challenge: 'c1' });
  const headers = {
    'X-Slack-Signature': `v0=${mac('s', `v0:${at}:${body}`, 'hex')}`,
    'X-Slack-Request-Timestamp': String(at),
  };
  const vector = { provider: 'slack', credentials: { signing_secret: 's' }, headers, body, at };
  expect(await receive({ ...vector, events: [] })).toEqual({
    events: [],
    response: { challenge: 'c1' },
  });
});

test.each(['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'a-plain-secret-of-somebody'])(
  'our own signatures are accepted in both forms: %s',
  async (secret) => {
    const all = signedHeaders(secret, {
      id: 'wh_1',
      body: customBody,
      now: new Date(at * 1_000),
    });
    const { 'X-Webhook-Signature': simple = '', ...standard } = all;
    for (const headers of [standard, { 'X-Webhook-Signature': simple }]) {
      const sent = { provider: 'custom', credentials: { webhook_secret: secret }, at };
      expect(await receive({ ...sent, headers, body: customBody, events: [] })).toMatchObject({
        events: [{ id: 'wh_1', type: 'x.y' }],
      });
    }
  },
);
