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
 * Returns a function that takes the calls of `zE(…)`, of Messaging and of Web Widget (Classic):
 * `window.zE = zendesk(support)`. A call without a counterpart is reported in the console once.
 */
export function zendesk(
  support: Support,
): (target: string, action: string, ...values: unknown[]) => void {
  /** Classic gives `{ name: { value, readOnly } }`, or the text itself. */
  const fieldOf = (draft: unknown, name: string) => {
    const field = memberOf(draft, name);
    return textOf(field) ?? textOf(memberOf(field, 'value'));
  };
  const calls: Calls = {
    open: () => support.open(),
    close: () => support.close(),
    toggle: () => support.toggle(),
    show: () => support.show(),
    hide: () => support.hide(),
    identify: (person) =>
      identifyPerson(support, { name: memberOf(person, 'name'), email: memberOf(person, 'email') }),
    logout: () => support.reset(),
    logoutUser: () => support.reset(),
    setLocale: (locale) => void support.setLocale(textOf(locale) ?? 'auto'),
    prefill: (draft) =>
      prefillForm(support, {
        name: fieldOf(draft, 'name'),
        email: fieldOf(draft, 'email'),
        subject: fieldOf(draft, 'subject'),
        description: fieldOf(draft, 'description'),
      }),
    on: (moment, listener) => {
      if (moment === 'open' || moment === 'close') onPanel(support, moment, listener);
      else warnUnknown(`zE('webWidget:on', '${moment}')`);
    },
  };
  const settings: Calls = {
    locale: (locale) => void support.setLocale(textOf(locale) ?? 'auto'),
    zIndex: (zIndex) => support.configure({ zIndex: Number(zIndex) }),
  };
  return (target, action, ...values) => {
    const [, kind] = String(target).split(':');
    const written = `zE('${target}', '${action}')`;
    if (kind === 'on') run(calls, 'on', [action, ...values], written);
    else run(kind === 'set' ? settings : calls, action, values, written);
  };
}
