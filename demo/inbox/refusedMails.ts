import { agentEndpoints, type RefusedMail } from '../../src/contract/index.ts';
import { callAgentApi, type Session } from './agentApi.ts';
import { element, make } from './make.ts';
import { redraw } from './redraw.ts';

const reasons: Record<RefusedMail['reason'], string> = {
  unknown_address: 'Its address leads to no request',
  closed: 'This account takes no new requests by e-mail',
  empty: 'It only quotes',
  too_many: 'Too many from this address within an hour',
  absence: 'An absence note',
  bounce: 'A mail that did not arrive',
  receipt: 'A receipt',
  invitation: 'An invitation',
  list: 'A mail of a list',
};

/** Lists mails that became no message, with the reason. */
export async function drawRefusedMails(session: Session): Promise<void> {
  const { mails } = await callAgentApi(session, agentEndpoints.listRefusedMails);
  const list = element<HTMLDetailsElement>('#refused');
  list.hidden = mails.length === 0;
  element('#refused summary').textContent = `Mails that were not accepted: ${mails.length}`;
  redraw(element('#refused ul'), ...mails.map(drawMail));
}

function drawMail({ from, subject, reason, text, received_at }: RefusedMail): HTMLElement {
  return make(
    'li',
    {},
    make('strong', { className: 'cut' }, subject || 'No subject'),
    make('div', { className: 'muted' }, `${from} · ${new Date(received_at).toLocaleString()}`),
    make('div', {}, reasons[reason]),
    make('div', { className: 'muted cut', dir: 'auto' }, text),
  );
}
