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

/** The custom elements in JSX. React 19 sets their properties, React 18 their attributes. */
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
 * Creates one support widget for what is inside it, in the browser only.
 * `config` is read once; change it later by the instance from `useSupport`. Nothing that is wrong with it,
 * or goes wrong in the widget, throws into your tree: the console and `config.onError` have it.
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
    return null; // createSupport has reported it; the children go on without a widget
  }
}

/** The instance of the nearest provider; null on the server, until the first effect has run, and where it cannot start. */
export function useSupport(): Support | null {
  return useContext(SupportReact);
}

/** The help-center dropdown. */
export function HelpCenter({ hideContact = false }: Pick<PlacedOptions, 'hideContact'>) {
  return <Placed widget="helpCenter" hideContact={hideContact} />;
}

/** A button in the page that opens the panel. */
export function SupportButton() {
  return <Placed widget="supportButton" />;
}

/** The state of one integration, by its id or provider. */
export function StatusBadge({
  integration,
  variant = 'compact',
}: {
  integration: string;
  variant?: PlacedOptions['variant'];
}) {
  return <Placed widget="statusBadge" integration={integration} variant={variant} />;
}

/** Shows how many integrations work; opens their list. */
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
