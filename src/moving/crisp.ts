import type { Support } from '../support.ts';
import {
  type Calls,
  identifyPerson,
  onPanel,
  type PersonFields,
  prefillForm,
  run,
  textOf,
} from './values.ts';

/**
 * Returns an object that takes the calls of `$crisp.push(…)`: `window.$crisp = crisp(support)`. A
 * call without a counterpart is reported in the console once.
 */
export function crisp(support: Support): { push(...calls: readonly unknown[][]): void } {
  // Each call gives one field.
  const person: PersonFields = {};
  const identify = (fields: PersonFields) => {
    identifyPerson(support, Object.assign(person, fields));
  };
  const actions: Calls = {
    'do chat:open': () => support.open(),
    'do chat:close': () => support.close(),
    'do chat:toggle': () => support.toggle(),
    'do chat:show': () => support.show(),
    'do chat:hide': () => support.hide(),
    'do helpdesk:search': () => support.open('search'),
    'do helpdesk:article:open': (_locale, slug) => support.openArticle(textOf(slug) ?? ''),
    'do session:reset': () => support.reset(),
    'set user:email': (email) => identify({ email }),
    'set user:nickname': (name) => identify({ name }),
    'set user:company': (name) => {
      const company = textOf(name);
      if (company !== undefined) {
        support.identify({ tenant: { id: company, name: company } });
      }
    },
    'set message:text': (text) => prefillForm(support, { description: text }),
    'on chat:opened': (listener) => onPanel(support, 'open', listener),
    'on chat:closed': (listener) => onPanel(support, 'close', listener),
  };
  function take([verb, name, values]: readonly unknown[]): void {
    const list = Array.isArray(values) ? values : [values];
    run(actions, `${verb} ${name}`, list, `$crisp.push(['${verb}', '${name}'])`);
  }
  return { push: (...calls) => calls.forEach(take) };
}
