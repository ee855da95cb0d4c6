// @vitest-environment happy-dom
import '../../support/happyDom.ts';
import { afterEach, expect, it, vi } from 'vitest';
import { createApp, createSSRApp, h, nextTick, reactive, type ShallowRef } from 'vue';
import { renderToString } from 'vue/server-renderer';
import type { Support } from '../../../src/index.ts';
import { HelpCenter, StatusBadge, SupportProvider, useSupport } from '../../../src/vue/index.ts';

const hosts = () => document.querySelectorAll('penguin-support').length;

afterEach(() => vi.restoreAllMocks());

type Given = Readonly<ShallowRef<Support | null>>;

/** An application with a provider and options that an untyped page may give. */
async function open(config: unknown) {
  const box = document.createElement('div');
  document.body.append(box);
  const given: Given[] = [];
  const state = reactive({ integration: 'hubspot' });
  const Child = {
    setup() {
      given.push(useSupport());
      return () => [h('p', 'Dashboard'), h(HelpCenter), h(StatusBadge, state)];
    },
  };
  const app = createApp({ render: () => h(SupportProvider, Object({ config }), () => h(Child)) });
  app.mount(box);
  await nextTick();
  return {
    box,
    state,
    support: () => given[0]?.value,
    end() {
      app.unmount();
      box.remove();
    },
  };
}

it.each([[undefined], [{ apiKey: '' }], [{ theme: 'blue' }], [{ user: { id: 5, name: null } }]])(
  'shows the application and one widget with the options %j, and leaves nothing behind',
  async (config) => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const before = document.documentElement.outerHTML;
    const { box, support, end } = await open(config);
    expect(box.textContent).toBe('Dashboard');
    expect(support()?.isOpen).toBe(false);
    expect(hosts()).toBe(1);
    end();
    expect(document.documentElement.outerHTML).toBe(before);
  },
);

it('places its widgets in their elements, and again when an option changes', async () => {
  const { box, state, support, end } = await open({});
  const instance = support();
  if (!instance) throw new Error('There is no widget.');
  const place = vi.spyOn(instance, 'place');
  state.integration = 'stripe';
  await nextTick();
  expect(place.mock.calls).toEqual([
    ['statusBadge', box.querySelectorAll('span')[1], { integration: 'stripe', variant: 'compact' }],
  ]);
  end();
});

it('shows the application without a widget if the widget cannot start', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const onError = vi.fn();
  vi.spyOn(HTMLElement.prototype, 'attachShadow').mockImplementation(() => {
    throw new TypeError('The page has taken shadow roots away.');
  });
  const { box, support, end } = await open({ onError });
  expect(box.textContent).toBe('Dashboard');
  expect(support()).toBeNull();
  expect(onError).toHaveBeenCalledOnce();
  end();
});

it('renders elements without a widget on the server', async () => {
  const app = createSSRApp({ render: () => h(SupportProvider, null, () => h(HelpCenter)) });
  expect(await renderToString(app)).toContain('<span></span>');
});
