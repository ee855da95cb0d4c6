import {
  agentEndpoints,
  type Webhook,
  type WebhookDelivery,
  WebhookType,
} from '../../src/contract/index.ts';
import { callAgentApi, openSession } from '../parts/agentApi.ts';
import { attempt, runUpdate } from '../parts/attempt.ts';
import { element, make } from '../parts/make.ts';
import { deliveryRow } from './deliveryRow.ts';

const { listWebhooks, createWebhook, deleteWebhook, testWebhook, listDeliveries, retryDelivery } =
  agentEndpoints;
const session = await openSession();
const form = element<HTMLFormElement>('#new');
const status = element<HTMLSelectElement>('#status');

/** Polling intervals in milliseconds: of deliveries that are under way, and of finished ones. */
const pendingIntervalMs = 1_000;
const finishedIntervalMs = 5_000;
let timer: ReturnType<typeof setTimeout> | undefined;
let lastRequest = 0;

async function refresh(): Promise<void> {
  clearTimeout(timer);
  const mine = ++lastRequest;
  let interval = finishedIntervalMs;
  try {
    const { webhooks } = await callAgentApi(session, listWebhooks);
    const query: Record<string, string> = status.value ? { status: status.value } : {};
    const lists = await Promise.all(
      webhooks.map(({ id }) => callAgentApi(session, listDeliveries, { id, query })),
    );
    if (mine !== lastRequest) return;
    const deliveries = lists.flatMap((list) => list.deliveries);
    element('#endpoints').replaceChildren(...webhooks.map(endpointRow));
    drawLog(webhooks, deliveries);
    if (deliveries.some((one) => one.status === 'pending')) interval = pendingIntervalMs;
  } finally {
    // A lost connection does not stop the updates.
    if (mine === lastRequest) timer = setTimeout(() => void runUpdate(refresh), interval);
  }
}

/** Rendered only after a change, so that an expanded event or a selection stays. */
let drawn = '';
function drawLog(webhooks: readonly Webhook[], deliveries: readonly WebhookDelivery[]): void {
  const next = JSON.stringify([webhooks, deliveries]);
  if (next === drawn) return;
  drawn = next;
  const urls = new Map(webhooks.map(({ id, url }) => [id, url]));
  const newest = deliveries.toSorted((a, b) => b.created_at.localeCompare(a.created_at));
  const rows = newest.map((one) =>
    deliveryRow(one, urls.get(one.webhook_id) ?? '', () =>
      act(async () => {
        await callAgentApi(session, retryDelivery, { id: one.id });
        return 'One attempt more is under way.';
      }),
    ),
  );
  const none = make('tr', {}, make('td', { colSpan: 7, textContent: 'Nothing was sent yet.' }));
  element('#log').replaceChildren(...(rows.length > 0 ? rows : [none]));
}

/** Runs an action, reports it, and shows the result. */
function act(work: () => Promise<string>): void {
  void attempt(async () => {
    element('#said').textContent = await work();
    await refresh();
  });
}

function endpointRow({ id, url, events, active, retry }: Webhook): HTMLElement {
  const about = `${events.join(', ')} · ${retry.maxAttempts} attempts${active ? '' : ' · switched off'}`;
  const test = make('button', { type: 'button', textContent: 'Send a test' });
  test.ariaLabel = `Send a test to ${url}`;
  test.onclick = () =>
    act(async () => {
      const body = { message: `Hello from the demo at ${new Date().toLocaleTimeString()}` };
      await callAgentApi(session, testWebhook, { id, body });
      return 'A test is on its way.';
    });
  const remove = make('button', { type: 'button', textContent: 'Remove' });
  remove.ariaLabel = `Remove ${url}`;
  remove.onclick = () =>
    act(async () => {
      await callAgentApi(session, deleteWebhook, { id });
      return 'The endpoint and its log are gone.';
    });
  return make('li', {}, make('span', {}, url, make('small', {}, about)), test, remove);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const fields = new FormData(form);
  const events = fields.getAll('event');
  act(async () => {
    const delay = Number(fields.get('delay')) * 1_000;
    const retry = {
      maxAttempts: Number(fields.get('attempts')),
      backoffStrategy: 'linear',
      baseDelay: delay,
      maxDelay: delay * 10,
    };
    const body = { url: String(fields.get('url')), events, retry };
    const { secret } = await callAgentApi(session, createWebhook, { body });
    await fetch('/receiver/secret', { method: 'POST', body: JSON.stringify({ secret }) });
    return `Added. Its secret, shown this once: ${secret}`;
  });
});
// An area that scrolls must be reached by keys.
element('.scroll').tabIndex = 0;
status.addEventListener('change', () => void attempt(refresh));

for (const name of WebhookType.options) {
  const box = make('input', { type: 'checkbox', name: 'event', value: name });
  box.checked = name === 'ticket.created';
  element('#events').append(make('label', {}, box, ` ${name}`));
}
for (const kind of ['well', 'flaky', 'failing']) {
  element('#receivers').append(make('option', { value: `${location.origin}/receiver/${kind}` }));
}
element<HTMLInputElement>('[name=url]').value = `${location.origin}/receiver/well`;
await runUpdate(refresh);
