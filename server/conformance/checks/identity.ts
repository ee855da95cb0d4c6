import { randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import { getTicket } from '../../../src/contract/message.ts';
import { listTickets } from '../../../src/contract/ticket.ts';
import { dataOf, expectApiError } from '../answer.ts';
import { type CheckGroup, expectSame } from '../check.ts';
import { newId, newVisitor, type TestedBackend } from '../testedBackend.ts';

const lifeSeconds = 900;

function sign(secret: string | Uint8Array, sub: string, expiresIn = lifeSeconds): Promise<string> {
  const key = typeof secret === 'string' ? new TextEncoder().encode(secret) : secret;
  const now = Math.floor(Date.now() / 1_000);
  return new SignJWT({ sub, email: `${sub}@example.com` })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuedAt(now - lifeSeconds)
    .setExpirationTime(now + expiresIn)
    .sign(key);
}

/** Creates a token whose header claims that it needs no signature. */
function unsigned(sub: string): string {
  const exp = Math.floor(Date.now() / 1_000) + lifeSeconds;
  const parts = [
    { alg: 'none', typ: 'JWT' },
    { sub, exp },
  ];
  return `${parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`;
}

async function expectRejected(backend: TestedBackend, token: string): Promise<void> {
  const response = await backend.call(listTickets, { token, ...newVisitor() });
  expectApiError(response, 'IDENTITY_INVALID');
}

const secretOf = (backend: TestedBackend) =>
  backend.option('identitySecret', '--identity-secret <secret>');

export const identity: CheckGroup = {
  name: 'identity',
  checks: [
    {
      name: 'A token that was signed with another secret is rejected',
      advice: 'Verify the signature of X-Visitor-Token; return 401 IDENTITY_INVALID.',
      async run(backend) {
        await expectRejected(backend, await sign(randomBytes(32), newId()));
      },
    },
    {
      name: 'A token without a signature is rejected',
      advice: 'Accept only HS256 and EdDSA, whatever alg a token names.',
      async run(backend) {
        await expectRejected(backend, unsigned(newId()));
      },
    },
    {
      name: 'A malformed token is rejected, even with a visitor id beside it',
      advice: 'Never fall back to X-Visitor-Id where X-Visitor-Token is present.',
      async run(backend) {
        await expectRejected(backend, 'no-token');
      },
    },
    {
      name: 'A signed visitor sees their requests with every new token',
      advice: 'Store requests by the claim sub, not by the token or the random id.',
      async run(backend) {
        const [secret, sub] = [secretOf(backend), newId()];
        const { id } = await backend.createTicket({ token: await sign(secret, sub) });
        const again = { token: await sign(secret, sub, lifeSeconds - 60) };
        const response = await backend.call(getTicket, again, { params: { id } });
        expectSame(dataOf(getTicket, response).ticket.id, id, 'the request');
      },
    },
    {
      name: 'Another signed visitor does not see them',
      advice: 'Return 404 NOT_FOUND where the claim sub is another.',
      async run(backend) {
        const secret = secretOf(backend);
        const { id } = await backend.createTicket({ token: await sign(secret, newId()) });
        const other = { token: await sign(secret, newId()) };
        expectApiError(await backend.call(getTicket, other, { params: { id } }), 'NOT_FOUND');
      },
    },
    {
      name: 'An expired token is rejected as expired',
      advice: 'Return 401 IDENTITY_EXPIRED, so that the widget requests a new token.',
      async run(backend) {
        const token = await sign(secretOf(backend), newId(), -300);
        expectApiError(await backend.call(listTickets, { token }), 'IDENTITY_EXPIRED');
      },
    },
  ],
};
