import { createBackend, createLogger } from '@penguinmails/support-server';
import { Ticket } from '@penguinmails/support-server/contract';

// The packages of optional features (S3, PostHog, metrics, Stripe, SendGrid) are not installed
// here.
const backend = await createBackend({ folder: 'data/database', logger: createLogger('silent') });
const response = await backend.app.fetch(new Request('http://localhost/healthz'));
process.stdout.write(`healthz answered ${response.status}; the contract has ${typeof Ticket}\n`);
backend.endStreams();
await backend.close();
