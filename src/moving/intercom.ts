import type { Support } from '../support.ts';
import { type Calls, identifyPerson, memberOf, onPanel, run, textOf } from './values.ts';

/**
 * Returns a function that takes the calls of `Intercom(…)`: `window.Intercom = intercom(support)`.
 * A call without a counterpart is reported in the console once.
 */
export function intercom(support: Support): (call: string, ...values: unknown[]) => void {
  const identify = (settings: unknown) => {
    const company = memberOf(settings, 'company');
    const companyId = textOf(memberOf(company, 'company_id') ?? memberOf(company, 'id'));
    identifyPerson(
      support,
      {
        id: memberOf(settings, 'user_id'),
        name: memberOf(settings, 'name'),
        email: memberOf(settings, 'email'),
      },
      companyId === undefined
        ? undefined
        : {
            id: companyId,
            name: textOf(memberOf(company, 'name')) ?? null,
            plan: textOf(memberOf(company, 'plan')) ?? null,
          },
    );
  };
  const calls: Calls = {
    boot: identify,
    update: identify,
    shutdown: () => support.reset(),
    show: () => support.open(),
    hide: () => support.close(),
    showMessages: () => support.open('requests'),
    showTickets: () => support.open('requests'),
    showNewMessage(text) {
      const description = textOf(text);
      support.newTicket(description === undefined ? {} : { description });
    },
    showSpace(space) {
      if (space === 'home') support.open('home');
      else support.open(space === 'help' ? 'search' : 'requests');
    },
    showArticle: (id) => support.openArticle(textOf(id) ?? ''),
    onShow: (listener) => onPanel(support, 'open', listener),
    onHide: (listener) => onPanel(support, 'close', listener),
  };
  return (call, ...values) => run(calls, call, values, `Intercom('${call}')`);
}
