// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Support } from '../../../src/index.ts';
import {
  beacon,
  chatwoot,
  crisp,
  intercom,
  sentryFeedback,
  zendesk,
} from '../../../src/moving/index.ts';
import { type Recorded, recorded } from '../../support/recordedSupport.ts';

const ada = { id: '7', name: 'Ada', email: 'ada@acme.example' };

describe('intercom', () => {
  it.each<[unknown[], Recorded[]]>([
    [
      ['boot', { app_id: 'x', user_id: 7, name: 'Ada', email: 'ada@acme.example' }],
      [['identify', { user: ada }]],
    ],
    [['boot', { app_id: 'x' }], []],
    [
      ['update', { ...ada, user_id: 7, company: { company_id: 3, name: 'Acme', plan: 'pro' } }],
      [['identify', { user: ada, tenant: { id: '3', name: 'Acme', plan: 'pro' } }]],
    ],
    [['shutdown'], [['reset']]],
    [['show'], [['open']]],
    [['hide'], [['close']]],
    [['showNewMessage', 'Hi'], [['newTicket', { description: 'Hi' }]]],
    [['showNewMessage'], [['newTicket', {}]]],
    [['showSpace', 'help'], [['open', 'search']]],
    [['showSpace', 'messages'], [['open', 'requests']]],
    [['showSpace', 'home'], [['open', 'home']]],
    [['showArticle', 42], [['openArticle', '42']]],
  ])('takes %j', ([call, ...values], expected) => {
    const { support, calls } = recorded();
    intercom(support)(String(call), ...values);
    expect(calls).toEqual(expected);
  });

  it('calls listeners of the panel', () => {
    const { support, calls } = recorded();
    intercom(support)('onShow', () => {});
    intercom(support)('onHide', () => {});
    expect(calls.map(([name, event]) => [name, event])).toEqual([
      ['on', 'support_panel_open'],
      ['on', 'support_panel_close'],
    ]);
  });
});

describe('beacon', () => {
  it.each<[unknown[], Recorded[]]>([
    [['init', 'id'], []],
    [
      ['identify', { name: 'Ada', email: 'ada@acme.example', signature: 'x' }],
      [['identify', { user: { ...ada, id: ada.email } }]],
    ],
    [
      ['prefill', { subject: 'S', text: 'T', fields: [] }],
      [['prefill', { subject: 'S', description: 'T' }]],
    ],
    [['navigate', '/ask/'], [['newTicket']]],
    [['navigate', '/previous-messages/'], [['open', 'requests']]],
    [['navigate', '/docs/search?query=two%20words'], [['search', 'two words']]],
    [['navigate', '/docs/search?query=100%'], [['search', '100%']]],
    [['navigate', '/'], [['open', 'home']]],
    [['search', 'spf'], [['search', 'spf']]],
    [['suggest', ['a', 2, null]], [['suggest', ['a', '2']]]],
    [['suggest'], [['suggest', []]]],
    [['article', 'spf'], [['openArticle', 'spf']]],
    [['logout'], [['reset']]],
  ])('takes %j', ([call, ...values], expected) => {
    const { support, calls } = recorded();
    beacon(support)(String(call), ...values);
    expect(calls).toEqual(expected);
  });

  it('ends its listeners', () => {
    const { support } = recorded();
    const stop = vi.fn();
    const take = beacon({ ...support, on: () => stop });
    take('on', 'open', () => {});
    take('off', 'close');
    expect(stop).not.toHaveBeenCalled();
    take('off', 'open');
    take('off', 'open');
    expect(stop).toHaveBeenCalledTimes(1);
  });
});

describe('zendesk', () => {
  it.each<[string[], unknown[], Recorded[]]>([
    [['messenger', 'open'], [], [['open']]],
    [['messenger', 'logoutUser'], [], [['reset']]],
    [['messenger:set', 'locale'], ['es'], [['setLocale', 'es']]],
    [['messenger:set', 'zIndex'], [99], [['configure', { zIndex: 99 }]]],
    [['webWidget', 'toggle'], [], [['toggle']]],
    [['webWidget', 'setLocale'], ['de'], [['setLocale', 'de']]],
    [
      ['webWidget', 'prefill'],
      [{ name: { value: 'Ada', readOnly: true }, email: 'ada@acme.example' }],
      [['prefill', { name: 'Ada', email: 'ada@acme.example' }]],
    ],
    [['webWidget', 'hide'], [], [['hide']]],
  ])('takes %j %j', ([target = '', action = ''], values, expected) => {
    const { support, calls } = recorded();
    zendesk(support)(target, action, ...values);
    expect(calls).toEqual(expected);
  });
});

describe('crisp', () => {
  it.each<[unknown[], Recorded[]]>([
    [['do', 'chat:open'], [['open']]],
    [['do', 'chat:hide'], [['hide']]],
    [
      ['set', 'user:email', ['ada@acme.example', 'signature']],
      [['identify', { user: { id: 'ada@acme.example', name: null, email: 'ada@acme.example' } }]],
    ],
    [
      ['set', 'user:company', ['Acme', {}]],
      [['identify', { tenant: { id: 'Acme', name: 'Acme' } }]],
    ],
    [['set', 'message:text', ['Hi']], [['prefill', { description: 'Hi' }]]],
    [['do', 'helpdesk:article:open', ['en', 'spf']], [['openArticle', 'spf']]],
    [['do', 'session:reset'], [['reset']]],
  ])('takes %j', (call, expected) => {
    const { support, calls } = recorded();
    crisp(support).push(call);
    expect(calls).toEqual(expected);
  });

  it('keeps the fields of a person that come one by one', () => {
    const { support, calls } = recorded();
    crisp(support).push(
      ['set', 'user:email', ['ada@acme.example']],
      ['set', 'user:nickname', ['Ada']],
    );
    expect(calls.at(-1)).toEqual(['identify', { user: { ...ada, id: ada.email } }]);
  });
});

it('chatwoot takes its calls', () => {
  const { support, calls } = recorded();
  const widget = chatwoot(support);
  widget.toggle('open');
  widget.toggle();
  widget.toggleBubbleVisibility('hide');
  widget.setUser(7, { name: 'Ada', email: 'ada@acme.example', identifier_hash: 'x' });
  widget.setCustomAttributes({ plan: 'pro' });
  widget.setColorScheme('dark');
  widget.reset();
  expect(calls).toEqual([
    ['open'],
    ['toggle'],
    ['hide'],
    ['identify', { user: ada }],
    ['setContext', { plan: 'pro' }],
    ['setTheme', 'dark'],
    ['reset'],
  ]);
  expect(widget.isOpen).toBe(true);
});

it('a form of Sentry opens the form of requests, also from a button', async () => {
  const { support, calls } = recorded();
  const feedback = sentryFeedback(support);
  const button = document.createElement('button');
  const detach = feedback.attachTo(button);
  button.click();
  detach();
  button.click();
  const form = await feedback.createForm();
  form.open();
  expect(calls).toEqual([['newTicket'], ['newTicket']]);
});

describe('a call without a counterpart', () => {
  afterEach(() => vi.restoreAllMocks());

  it.each([
    ["Intercom('trackEvent')", (support: Support) => intercom(support)('trackEvent', 'x')],
    ["Intercom('constructor')", (support: Support) => intercom(support)('constructor')],
    ["Beacon('chat')", (support: Support) => beacon(support)('chat')],
    ["zE('messenger', 'dance')", (support: Support) => zendesk(support)('messenger', 'dance')],
    ["$crisp.push(['do', 'x:y'])", (support: Support) => crisp(support).push(['do', 'x:y'])],
  ])('is reported once: %s', (written, run) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { support, calls } = recorded();
    run(support);
    run(support);
    expect(warn.mock.calls).toEqual([[expect.stringContaining(`${written} does nothing`)]]);
    expect(calls).toEqual([]);
  });
});
