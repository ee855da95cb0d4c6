import { useEffect, useRef } from 'preact/hooks';
import type { SupportContext } from '../../core/context.ts';
import { isKnownName } from '../../core/explain.ts';
import type { IntegrationsModel } from '../../core/integrations.model.ts';
import { looks } from '../../integrations/stateLook.ts';
import { StatusGlyph, StatusPill, StatusWord } from '../../ui/StatusGlyph.tsx';
import { Tile } from '../../ui/Tile.tsx';
import { usePopover } from '../../ui/usePopover.ts';
import type { PlacedOptions } from '../define.ts';
import type { OfOne } from '../StateAction.tsx';
import { stateLine } from '../stateWords.ts';
import { useIntegrations } from '../useIntegrations.ts';
import * as css from './StatusBadge.css.ts';
import { StatusPopover } from './StatusPopover.tsx';

type Variant = keyof typeof css.variant;

export function renderStatusBadge(context: SupportContext, options: PlacedOptions) {
  return <StatusBadge context={context} options={options} />;
}

/** The state of one integration. A press shows the reason. */
function StatusBadge({ context, options }: { context: SupportContext; options: PlacedOptions }) {
  const { integration = '', variant = 'compact' } = options;
  const model = useIntegrations(context);
  const status = model?.find(integration).value;
  if (model && status) return <Badge {...{ status, model, context, variant }} />;
  const isGone = model && model.state.value.at !== 'idle' && model.state.value.at !== 'loading';
  return isGone ? (
    <Nothing name={integration} {...{ model, variant, context }} />
  ) : (
    <span class={`${css.badge} ${css.variant[variant]}`} aria-busy="true" />
  );
}

/** Shown for an integration that does not exist or could not be loaded. */
function Nothing({
  name,
  model,
  variant,
  context,
}: {
  name: string;
  model: IntegrationsModel;
  variant: Variant;
  context: SupportContext;
}) {
  const isRead = model.state.value.at === 'ready';
  useEffect(() => {
    const known = model.all.peek().flatMap(({ id, provider }) => [id, provider]);
    if (isRead) isKnownName('integration', [...new Set(known)], name);
  }, [model, isRead, name]);
  const word = context.i18n.t('state.unknown');
  const label = `${name}: ${word}`;
  return (
    <span class={css.badge} title={label} role="img" aria-label={label}>
      {variant === 'dot' ? (
        <StatusGlyph {...looks.unknown} />
      ) : (
        <StatusPill look={looks.unknown}>{word}</StatusPill>
      )}
    </span>
  );
}

function Badge({ status, model, context, variant }: OfOne & { variant: Variant }) {
  const trigger = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const popover = usePopover(trigger, box);
  const { i18n, track } = context;
  const state = model.stateOf(status);
  const word = i18n.t(`state.${state}`);
  const { name, provider } = status;
  return (
    <>
      <button
        ref={trigger}
        type="button"
        class={`${css.badge} ${css.variant[variant]}`}
        part="badge"
        data-state={state}
        title={variant === 'dot' ? `${name}: ${word}` : undefined}
        aria-label={variant === 'full' ? undefined : `${name}: ${word}`}
        aria-haspopup="dialog"
        aria-expanded={popover.isOpen}
        onClick={() => {
          if (!popover.isOpen) track('support_status_view', { view: 'popover', provider, state });
          popover.toggle();
        }}
      >
        {variant === 'dot' && <StatusGlyph {...looks[state]} />}
        {variant === 'compact' && <StatusPill look={looks[state]}>{word}</StatusPill>}
        {variant === 'full' && (
          <>
            <Tile name={name} />
            <span class={css.grow}>
              <span class={css.top}>
                <span class={css.grow}>
                  <bdi class={css.name}>{name}</bdi>
                </span>{' '}
                <StatusWord look={looks[state]}>{word}</StatusWord>
              </span>{' '}
              <span class={css.line}>{stateLine(status, model, i18n)}</span>
            </span>
          </>
        )}
      </button>
      {popover.isOpen && (
        <div
          ref={box}
          class={css.popover}
          part="popover"
          popover="manual"
          role="dialog"
          aria-label={name}
          tabIndex={-1}
          onKeyDown={popover.onKeyDown}
        >
          <StatusPopover {...{ status, model, context }} onClose={popover.close} />
        </div>
      )}
    </>
  );
}
