// @vitest-environment happy-dom
import '../support/happyDom.ts';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSupport, type Support, type SupportConfig } from '../../src/index.ts';
import { explained } from '../support/explained.ts';
import { stubNetwork } from '../support/network.ts';
import { stubLocation } from '../support/visited.ts';

let visited: string[] = [];
let support: Support | undefined;

// If it loaded later, it would send the events of one test through the network of the next.
beforeAll(async () => {
  await Promise.all([
    import('../../src/analytics/delivery.ts'),
    import('../../src/client/eventSender.ts'),
  ]);
});
beforeEach(() => {
  visited = stubLocation();
});
afterEach(async () => {
  support?.destroy();
  document.body.replaceChildren();
  await explained();
});

async function create(config: SupportConfig = {}): Promise<Support> {
  support = createSupport(config);
  await support.ready;
  return support;
}

describe('a platform without', () => {
  it.each([
    ['matchMedia', undefined],
    ['matchMedia', () => undefined],
    ['matchMedia', () => ({ matches: true })],
    ['MutationObserver', undefined],
    ['IntersectionObserver', undefined],
    ['requestIdleCallback', undefined],
    ['cancelIdleCallback', undefined],
    ['BroadcastChannel', undefined],
    ['indexedDB', undefined],
    ['localStorage', undefined],
    ['fetch', undefined],
  ])('%s (%o) has its button, and its panel opens', async (name, value) => {
    stubNetwork();
    vi.stubGlobal(name, value);
    const one = await create({
      apiKey: 'pk_test_1',
      baseUrl: 'http://127.0.0.1:9/v1',
      healthDot: true,
    });
    one.open('ticket');
    expect(one.isOpen).toBe(true);
    const root = document.querySelector('penguin-support')?.shadowRoot;
    await vi.waitFor(() => expect(root?.querySelector('form')).not.toBeNull(), { timeout: 20_000 });
    one.setTheme('host');
    expect(visited).toEqual([]);
  });

  it('style sheets in shadow roots renders nothing, reports it once, and opens mails', async () => {
    const nothing = () => Reflect.get({}, 'adoptedStyleSheets');
    vi.spyOn(ShadowRoot.prototype, 'adoptedStyleSheets', 'get').mockImplementation(nothing);
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const one = await create({ email: 'help@acme.example', user: { id: 'u1', name: 'Ada' } });
    const element = document.createElement('div');
    document.body.append(element);
    const before = document.documentElement.outerHTML;
    const unplace = one.place('helpCenter', element);
    one.show();
    one.newTicket({ subject: 'It broke', description: 'All of it.' });
    await vi.waitFor(() => expect(visited).toHaveLength(1));
    const [mail = ''] = visited.map(decodeURIComponent);
    expect(mail).toMatch(/^mailto:help@acme\.example\?subject=/);
    expect(mail).toContain('It broke');
    expect(mail).toContain('All of it.');
    expect(one.isOpen).toBe(false);
    unplace();
    expect(document.documentElement.outerHTML).toBe(before);
    one.open();
    await vi.waitFor(() => expect(visited).toHaveLength(2));
    expect(warned).toHaveBeenCalledExactlyOnceWith(
      expect.stringContaining('cannot style shadow roots'),
    );
  });
});
