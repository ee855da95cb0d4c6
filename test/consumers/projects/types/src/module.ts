import { checkConfig, createSupport, type SupportConfig } from '@penguinmails/support-widget';
import { createSupportClient, NotFoundError } from '@penguinmails/support-widget/client';
import { defineElements } from '@penguinmails/support-widget/elements';

const config: SupportConfig = {
  apiKey: 'pk_test_demo',
  theme: 'dark',
  onError: ({ code }) => code,
};
export const wrong = checkConfig(config).map(({ option }) => option);
export const end = defineElements(createSupport(config));

const badge = document.createElement('penguin-status-badge');
badge.integration = 'hubspot';
badge.variant = 'full';
// @ts-expect-error no such variant
badge.variant = 'huge';
const field = document.querySelector('textarea');
const suggestions = document.querySelector('penguin-kb-suggestions');
if (suggestions) suggestions.for = field;
const center = document.querySelector('penguin-help-center');
if (center) center.hideContact = true;

window.PenguinSupport?.('newTicket', { subject: 'Mails bounce' });
// @ts-expect-error no such method
window.PenguinSupport?.('boot');

const client = createSupportClient({ apiKey: 'pk_test_demo', baseUrl: '/v1/' });
export const subjects = client
  .listTickets({ query: { limit: '5' } })
  .then(({ tickets }) => tickets.map(({ subject }) => subject))
  .catch((error: unknown) => (error instanceof NotFoundError ? [error.code] : []));
// @ts-expect-error the id of the request is missing
client.getTicket();
