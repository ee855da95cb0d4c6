import { createBackend, createLogger } from '@penguinmails/support-server';
import { Ticket } from '@penguinmails/support-server/contract';

// Optional features (S3, PostHog, metrics, Stripe, SendGrid) have none of their packages here.
const backend = await createBackend({ folder: 'data/database', logger: createLogger('silent') });
const answer = await backend.app.fetch(new Request('http://localhost/healthz'));
process.stdout.write(`healthz answered ${answer.status}; the contract has ${typeof Ticket}\n`);
backend.endStreams();
await backend.close();
