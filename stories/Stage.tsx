import { useLayoutEffect, useRef } from 'preact/hooks';
import { ofVisitor } from '../src/brand.ts';
import { createStore } from '../src/client/store.ts';
import type { SupportConfig } from '../src/config.ts';
import type { TicketPrefill } from '../src/core/context.ts';
import { createSupport } from '../src/createSupport.ts';
import type { PlacedName, Support } from '../src/support.ts';
import type { PlacedOptions } from '../src/widgets/define.ts';
import { baseUrl, type StandIn, startStandIn } from './standInBackend.ts';
import { configOf, type Settings } from './toolbar.ts';

export interface StageProps {
  settings: Settings;
  config?: SupportConfig;
  /** Null: the page has no backend, and requests are sent by mail. */
  backend?: StandIn | null;
  /** This visitor has written before, so the widget loads their requests. */
  knownVisitor?: boolean;
  /** The draft that this visitor has left in the form. */
  draft?: TicketPrefill;
  /** The visitor waits for this integration, which was broken an hour ago. */
  awaited?: { id: string; name: string };
  /** A widget that is placed in the page, and its options. */
  placed?: PlacedName;
  placedOptions?: PlacedOptions;
  /** The page has a text field of its own. */
  hasField?: boolean;
  /** Runs once the widget is ready. */
  onStart?: (support: Support) => void;
}

/** A page with a real support widget, which exists as long as the story. */
export function Stage(props: StageProps) {
  const { settings, placed, hasField, config, backend } = props;
  const { theme, locale, direction } = settings;
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => start(props, place.current), [theme, direction, locale, config, backend]);
  const colours = theme === 'dark' ? 'background:#0e1116;color:#edf0f5' : 'background:#f3f5f8';
  return (
    <main style={`min-height:100vh;padding:24px;box-sizing:border-box;${colours}`}>
      <h1 style="font:600 20px/28px system-ui">Campaigns</h1>
      {hasField && (
        <label style="display:block;max-width:384px;font:14px/20px system-ui">
          Describe the problem
          <textarea rows={3} style="display:block;width:100%;font:16px system-ui" />
        </label>
      )}
      {placed && <div ref={place} data-placed-story />}
    </main>
  );
}

function start(props: StageProps, place: HTMLElement | null): () => void {
  const { settings, config, backend = {}, knownVisitor, draft, awaited, placed, onStart } = props;
  const stopBackend = backend ? startStandIn(backend) : () => {};
  const user = { id: 'ada', name: 'Ada Lovelace', email: 'ada@acme.example' };
  const device = createStore('pk_test_story');
  if (knownVisitor) device.set(ofVisitor(user.id, 'id'), 'story_visitor_0123456789');
  if (draft)
    device.set(ofVisitor(user.id, 'draft'), JSON.stringify({ key: 'story', values: draft }));
  const brokenAt = Date.now() - 3_600_000;
  if (awaited)
    device.set(ofVisitor(user.id, 'awaited'), JSON.stringify([{ ...awaited, brokenAt }]));
  const support = createSupport({
    ...(backend && { apiKey: 'pk_test_story', baseUrl }),
    ...configOf(settings),
    theme: settings.theme,
    user,
    tenant: { id: 'acme', name: 'Acme', plan: 'Pro' },
    posthog: false,
    appVersion: 'dashboard 4.2.0',
    ...config,
  });
  if (placed && place) support.place(placed, place, props.placedOptions);
  onStart?.(support);
  return () => {
    support.destroy();
    stopBackend();
  };
}
