import type { Support } from '../support.ts';
import {
  type Calls,
  identifyPerson,
  memberOf,
  onPanel,
  prefillForm,
  run,
  textOf,
  warnUnknown,
} from './values.ts';

/**
 * Returns a function that takes the calls of Help Scout's `Beacon(…)`:
 * `window.Beacon = beacon(support)`. A call without a counterpart is reported in the console once.
 */
export function beacon(support: Support): (call: string, ...values: unknown[]) => void {
  const stops = new Map<string, (() => void)[]>();
  const listen = (moment: unknown, listener: unknown) => {
    if (moment !== 'open' && moment !== 'close') {
      warnUnknown(`Beacon('on', '${moment}')`);
      return;
    }
    stops.set(moment, [...(stops.get(moment) ?? []), onPanel(support, moment, listener)]);
  };
  const calls: Calls = {
    init: () => {}, // the widget has started
    destroy: () => support.destroy(),
    open: () => support.open(),
    close: () => support.close(),
    toggle: () => support.toggle(),
    identify: (person) =>
      identifyPerson(support, {
        id: memberOf(person, 'id'),
        name: memberOf(person, 'name'),
        email: memberOf(person, 'email'),
      }),
    logout: () => support.reset(),
    prefill: (draft) =>
      prefillForm(support, {
        name: memberOf(draft, 'name'),
        email: memberOf(draft, 'email'),
        subject: memberOf(draft, 'subject'),
        description: memberOf(draft, 'text'),
      }),
    navigate(path) {
      const place = textOf(path) ?? '';
      const query = /^\/docs\/search\?query=(.*)$/.exec(place)?.[1];
      if (query !== undefined) support.search(decoded(query));
      else if (place.startsWith('/ask')) support.newTicket();
      else if (place.startsWith('/previous-messages')) support.open('requests');
      else support.open('home');
    },
    search: (query) => support.search(textOf(query)),
    suggest(ids) {
      const list = Array.isArray(ids) ? ids : [];
      support.suggest(list.map(textOf).filter((id) => id !== undefined));
    },
    article: (id) => support.openArticle(textOf(id) ?? ''),
    on: listen,
    off(moment) {
      for (const stop of stops.get(String(moment)) ?? []) stop();
      stops.delete(String(moment));
    },
  };
  return (call, ...values) => run(calls, call, values, `Beacon('${call}')`);
}

/** Returns the text of a part of an address. One that is not encoded well stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
