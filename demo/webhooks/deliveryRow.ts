import type { WebhookDelivery } from '../../src/contract/index.ts';
import { make } from '../parts/make.ts';

const words = { pending: 'Waiting', delivered: 'Delivered', dead: 'Dead letter' };

/** Creates one row of the delivery log. Its event can be expanded to show the request. */
export function deliveryRow(
  delivery: WebhookDelivery,
  url: string,
  retry: () => void,
): HTMLTableRowElement {
  const { type, status, attempts, payload, created_at, next_attempt_at: next } = delivery;
  const state = make('td', { textContent: words[status] });
  state.dataset.state = status;
  const again = make('button', { type: 'button', textContent: 'Retry', onclick: retry });
  again.ariaLabel = `Retry ${type} of ${timeOf(created_at)}`;
  return make(
    'tr',
    {},
    make(
      'td',
      {},
      make(
        'details',
        {},
        make('summary', {}, `${type}, ${timeOf(created_at)}`),
        make('pre', { tabIndex: 0, textContent: JSON.stringify(payload, null, 2) }),
      ),
    ),
    make('td', { textContent: url.replace(location.origin, '') }),
    state,
    make('td', { textContent: String(attempts) }),
    make('td', { textContent: answerOf(delivery) }),
    make('td', { textContent: next === null ? '–' : timeOf(next) }),
    make('td', {}, ...(status === 'pending' ? [] : [again])),
  );
}

function answerOf({ attempts, response_status, response_body, error, duration }: WebhookDelivery) {
  if (attempts === 0) return 'Not tried yet';
  const took = duration === null ? '' : ` in ${duration} ms`;
  const said = response_body ? `: ${response_body.slice(0, 120)}` : '';
  return response_status === null ? (error ?? 'No answer') : `${response_status}${took}${said}`;
}

function timeOf(iso: string): string {
  return new Date(iso).toLocaleTimeString();
}
