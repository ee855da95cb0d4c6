/** @jsxImportSource react */
import {
  createContext,
  type DetailedHTMLProps,
  type HTMLAttributes,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { PenguinElementProps, PenguinElements } from '../elements/types.ts';
import {
  createSupport,
  type PlacedName,
  type PlacedOptions,
  type Support,
  type SupportConfig,
} from '../index.ts';

/**
 * Types of the custom elements in JSX. React 19 sets their properties, React 18 their attributes.
 */
type JsxElements = {
  [Tag in keyof PenguinElements]: DetailedHTMLProps<
    HTMLAttributes<PenguinElements[Tag]>,
    PenguinElements[Tag]
  > &
    PenguinElementProps[Tag];
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends JsxElements {}
  }
}

const SupportReact = createContext<Support | null>(null);

/**
 * Creates one support widget for its children, only in the browser. `config` is read once; use the
 * instance from `useSupport` to change it later. Wrong options and errors in the widget never throw
 * into your tree. They are reported in the console and to `config.onError`.
 */
export function SupportProvider({
  config,
  children,
}: {
  config?: SupportConfig;
  children?: ReactNode;
}) {
  const [support, setSupport] = useState<Support | null>(null);
  const first = useRef(config);
  useEffect(() => {
    const created = tryToCreate(first.current);
    setSupport(created);
    return () => {
      created?.destroy();
      setSupport(null);
    };
  }, []);
  return <SupportReact.Provider value={support}>{children}</SupportReact.Provider>;
}

function tryToCreate(config: SupportConfig | undefined): Support | null {
  try {
    return createSupport(config);
  } catch {
    return null; // createSupport has reported it; the children work without a widget
  }
}

/**
 * Returns the instance of the nearest provider. Null on the server, until the first effect has run,
 * and if the widget cannot start.
 */
export function useSupport(): Support | null {
  return useContext(SupportReact);
}

/** The help-center menu. */
export function HelpCenter({ hideContact = false }: Pick<PlacedOptions, 'hideContact'>) {
  return <Placed widget="helpCenter" hideContact={hideContact} />;
}

/** A button in the page that opens the panel. */
export function SupportButton() {
  return <Placed widget="supportButton" />;
}

/** The state of one integration, by id or provider. */
export function StatusBadge({
  integration,
  variant = 'compact',
}: {
  integration: string;
  variant?: PlacedOptions['variant'];
}) {
  return <Placed widget="statusBadge" integration={integration} variant={variant} />;
}

/** Shows how many integrations work. A press opens their list. */
export function StatusSummary() {
  return <Placed widget="statusSummary" />;
}

function Placed(props: { widget: PlacedName } & Omit<PlacedOptions, 'trigger'>) {
  const { widget, hideContact = false, integration = '', variant = 'compact' } = props;
  const support = useSupport();
  const host = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const options = { hideContact, integration, variant };
    if (host.current) return support?.place(widget, host.current, options);
  }, [support, widget, hideContact, integration, variant]);
  return <span ref={host} />;
}
