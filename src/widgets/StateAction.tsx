import { useSignal } from '@preact/signals';
import { type PenguinMailsError, toSupportError } from '../baseError.ts';
import type { IntegrationStatus } from '../contract/integration.ts';
import { isSafeUrl } from '../contract/limits.ts';
import type { SupportContext } from '../core/context.ts';
import type { IntegrationsModel } from '../core/integrations.model.ts';
import { errorSentence } from '../i18n/errorSentence.ts';
import type { I18n } from '../i18n/translator.ts';
import { Button } from '../ui/Button.tsx';
import * as screen from '../ui/Screen.css.ts';

export interface OfOne {
  status: IntegrationStatus;
  model: IntegrationsModel;
  context: SupportContext;
}

/** Opens a new request about an integration, with a prepared subject. */
export function report({ name }: IntegrationStatus, context: SupportContext): void {
  const { prefill, messenger, tenantConfig, i18n } = context;
  const category = tenantConfig.categories.peek().find(({ id }) => /^integrations?$/.test(id))?.id;
  prefill.put({ subject: i18n.t('status.subject', { name }), ...(category && { category }) });
  messenger.navigate({ id: 'ticket' });
  messenger.open();
}

interface StateActionProps extends OfOne {
  variant?: 'primary' | 'secondary' | 'link';
  size?: 'standard' | 'small';
  /** Also links to the team, if there is no other action. */
  withReport?: boolean;
}

/** The action that a person can take in a state, if there is one. */
export function StateAction(props: StateActionProps) {
  const { status, model, context, withReport, ...look } = props;
  const { t } = context.i18n;
  const state = model.stateOf(status);
  const check = useRequest(() => model.check(status.id));
  const attempt = model.attemptOf(status.id).value.at;
  if ((state === 'action_needed' || state === 'off') && status.can_reconnect && model.backend()) {
    return (
      <Button
        {...look}
        busy={attempt === 'opening' || attempt === 'checking'}
        onPress={() => void model.reconnect(status)}
      >
        {t(state === 'off' ? 'status.connect' : 'status.reconnect')}
      </Button>
    );
  }
  if (state === 'retired' && status.migrate_url && isSafeUrl(status.migrate_url)) {
    return (
      <Button {...look} href={status.migrate_url}>
        {t('status.migrate')}
      </Button>
    );
  }
  if (state === 'unknown' && status.can_manage && model.backend()) {
    return (
      <Button {...look} busy={check.isBusy} onPress={check.run}>
        {t('status.check')}
      </Button>
    );
  }
  const isBad = state === 'action_needed' || state === 'down' || state === 'degraded';
  return withReport && isBad ? (
    <Button {...look} onPress={() => report(status, context)}>
      {t('status.report')}
    </Button>
  ) : null;
}

/** Returns the state of a request on demand, such as a check, and its result. */
export function useRequest(send: () => Promise<void>) {
  const state = useSignal<
    { at: 'idle' | 'checking' | 'done' } | { at: 'failed'; error: PenguinMailsError }
  >({ at: 'idle' });
  return {
    state: state.value,
    isBusy: state.value.at === 'checking',
    run() {
      state.value = { at: 'checking' };
      send().then(
        () => {
          state.value = { at: 'done' };
        },
        (cause) => {
          state.value = { at: 'failed', error: toSupportError(cause) };
        },
      );
    },
  };
}

/** The progress of a connection attempt, announced when it changes. */
export function AttemptNote({ status, model, context }: OfOne) {
  return (
    <p class={screen.small} role="status">
      {attemptWords({ status, model, context }, context.i18n)}
    </p>
  );
}

function attemptWords({ status: { id, name }, model }: OfOne, i18n: I18n): string {
  const attempt = model.attemptOf(id).value;
  switch (attempt.at) {
    case 'idle':
      return '';
    case 'failed':
      return errorSentence(attempt.error, i18n);
    case 'notConnected':
      return i18n.t(`connect.${attempt.why}`, { name });
    default:
      return i18n.t(`connect.${attempt.at}`, { name });
  }
}
