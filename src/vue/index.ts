import {
  defineComponent,
  h,
  type InjectionKey,
  inject,
  onBeforeUnmount,
  onMounted,
  type PropType,
  provide,
  type ShallowRef,
  shallowReadonly,
  shallowRef,
  watchEffect,
} from 'vue';
import {
  createSupport,
  type PlacedName,
  type PlacedOptions,
  type Support,
  type SupportConfig,
} from '../index.ts';

const key: InjectionKey<Readonly<ShallowRef<Support | null>>> = Symbol('support');

/**
 * Creates one support widget for its slot, only in the browser. `config` is read once; use the
 * instance from `useSupport` to change it later. Wrong options and errors in the widget never throw
 * into your application. They are reported in the console and to `config.onError`.
 */
export const SupportProvider = defineComponent({
  name: 'SupportProvider',
  props: { config: Object as PropType<SupportConfig> },
  setup({ config }, { slots }) {
    const support = shallowRef<Support | null>(null);
    provide(key, shallowReadonly(support));
    onMounted(() => {
      support.value = tryToCreate(config);
    });
    onBeforeUnmount(() => {
      support.value?.destroy();
      support.value = null;
    });
    return () => slots.default?.();
  },
});

function tryToCreate(config: SupportConfig | undefined): Support | null {
  try {
    return createSupport(config);
  } catch {
    return null; // createSupport has reported it; the application works without a widget
  }
}

/**
 * Returns the instance of the nearest provider as a ref. Null on the server, until the provider is
 * mounted, and if the widget cannot start.
 */
export function useSupport(): Readonly<ShallowRef<Support | null>> {
  return inject(key, () => shallowRef(null), true);
}

const hideContact = Boolean;
const variant = {
  type: String as PropType<NonNullable<PlacedOptions['variant']>>,
  default: 'compact',
};

/** The help-center menu. */
export const HelpCenter = defineComponent({
  name: 'HelpCenter',
  props: { hideContact },
  setup: (props) => placed('helpCenter', () => ({ hideContact: props.hideContact })),
});

/** A button in the page that opens the panel. */
export const SupportButton = defineComponent({
  name: 'SupportButton',
  setup: () => placed('supportButton', () => ({})),
});

/** The state of one integration, by id or provider. */
export const StatusBadge = defineComponent({
  name: 'StatusBadge',
  props: { integration: { type: String, required: true }, variant },
  setup: (props) =>
    placed('statusBadge', () => ({ integration: props.integration, variant: props.variant })),
});

/** Shows how many integrations work. A press opens their list. */
export const StatusSummary = defineComponent({
  name: 'StatusSummary',
  setup: () => placed('statusSummary', () => ({})),
});

/** Renders a placed widget, and again when the provider or an option changes. */
function placed(widget: PlacedName, readOptions: () => PlacedOptions) {
  const support = useSupport();
  const host = shallowRef<HTMLElement | null>(null);
  watchEffect((onCleanup) => {
    const options = readOptions();
    if (host.value && support.value) onCleanup(support.value.place(widget, host.value, options));
  });
  return () => h('span', { ref: host });
}
