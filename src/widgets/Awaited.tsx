import '../i18n/locales/en/awaited.ts';
import { effect } from '@preact/signals-core';
import { useEffect } from 'preact/hooks';
import { type AwaitedModel, createAwaitedModel } from '../core/awaited.model.ts';
import type { SupportContext } from '../core/context.ts';
import type { IntegrationsModel } from '../core/integrations.model.ts';
import type { VisitorModel } from '../core/visitor.model.ts';
import { Button } from '../ui/Button.tsx';
import * as css from './ActionLine.css.ts';
import type { OfOne } from './StateAction.tsx';
import { useIntegrations } from './useIntegrations.ts';

/** All views of a visitor share one model. */
const models = new WeakMap<VisitorModel, { epoch: number; model: AwaitedModel }>();

function awaitedOf({ visitor }: SupportContext): AwaitedModel {
  const epoch = visitor.epoch.value;
  const found = models.get(visitor);
  if (found?.epoch === epoch) return found.model;
  const model = createAwaitedModel(visitor);
  models.set(visitor, { epoch, model });
  return model;
}

function useAwaited(context: SupportContext, integrations: IntegrationsModel | null) {
  const awaited = awaitedOf(context);
  useEffect(
    () => (integrations ? effect(() => awaited.observe(integrations)) : undefined),
    [awaited, integrations],
  );
  return awaited;
}

const broken: readonly string[] = ['action_needed', 'down', 'degraded'];

/** Offers to notify the visitor in the panel when a broken integration works again. */
export function NotifyMe({ status, model, context }: OfOne) {
  const awaited = useAwaited(context, model);
  const { t } = context.i18n;
  const { id, name } = status;
  const isAwaited = awaited.all.value.some((one) => one.id === id);
  if (!isAwaited && !broken.includes(model.stateOf(status))) return null;
  const isBack = awaited.isBack(id, model);
  // One button for all states, so that it keeps the focus.
  return (
    <p class={css.line} role="status">
      {isAwaited && <span>{t(isBack ? 'awaited.back' : 'awaited.waiting', { name })}</span>}
      <Button
        variant="link"
        size="small"
        onPress={() => (isAwaited ? awaited.forget(id) : awaited.wait(status))}
      >
        {t(isAwaited ? (isBack ? 'awaited.close' : 'awaited.stop') : 'awaited.ask')}
      </Button>
    </p>
  );
}

/** The awaited integrations that work again, on the first screen. */
export function WorksAgain({ context }: { context: SupportContext }) {
  const model = useIntegrations(context);
  const awaited = useAwaited(context, model);
  const { t } = context.i18n;
  return (
    <>
      {model &&
        awaited.all.value
          .filter(({ id }) => awaited.isBack(id, model))
          .map(({ id, name }) => (
            <p key={id} class={css.line} role="status">
              <span>{t('awaited.back', { name })}</span>
              <Button variant="link" size="small" onPress={() => awaited.forget(id)}>
                {t('awaited.close')}
              </Button>
            </p>
          ))}
    </>
  );
}
