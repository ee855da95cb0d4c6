import { writeFileSync } from 'node:fs';
import { createBackend, createLogger } from '@penguinmails/support-server';

const backend = await createBackend({ folder: 'data/database', logger: createLogger('silent') });
const response = await backend.app.fetch(new Request('http://localhost/v1/openapi.json'));
writeFileSync('openapi.json', await response.text());
backend.endStreams();
await backend.close();
