import { createBackend, createLogger } from '@penguinmails/support-server';
import { Ticket } from '@penguinmails/support-server/contract';

// The packages of optional features (S3, PostHog, metrics, Stripe, SendGrid) are not installed
// here.
const backend = await createBackend({ folder: 'data/database', logger: createLogger('silent') });
const answer = await backend.app.fetch(new Request('http://localhost/healthz'));
process.stdout.write(`healthz answered ${answer.status}; the contract has ${typeof Ticket}\n`);
backend.endStreams();
await backend.close();
