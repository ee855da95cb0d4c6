import '../i18n/locales/en/network.ts';
import '../i18n/locales/en/panel.ts';
import { useSignal, useSignalEffect } from '@preact/signals';
import { ArrowLeft, X } from 'lucide';
import { h, render } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { SupportContext } from '../core/context.ts';
import type { ScreenId } from '../core/messenger.model.ts';
import { savesData } from '../core/savesData.ts';
import { whenIdle } from '../core/whenIdle.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ScreenBody } from '../ui/Screen.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { adoptCss } from '../ui/stylesheets.ts';
import { root as rootClass } from '../ui/theme/root.css.ts';
import { screens } from '../widgets/screens.ts';
import { focusIn, keepFocus } from './focus.ts';
import * as css from './Panel.css.ts';
import { createScreenSet, type ScreenSet } from './screenSet.ts';
import { usePlacement } from './usePlacement.ts';

/** Renders the panel into the root. Returns a function that removes it. */
export function mountPanel(root: ShadowRoot, context: SupportContext): () => void {
  // The launcher of the script tag comes from another bundle, which does not include our CSS.
  const release = adoptCss(root);
  const box = document.createElement('div');
  box.className = rootClass;
  root.append(box);
  const set = createScreenSet(screens, context);
  render(h(Panel, { context, set }), box);
  return () => {
    render(null, box);
    set.dispose();
    box.remove();
    release();
  };
}

/** Loads the code of the screen that the launcher would open. */
export function preloadScreen(context: SupportContext): void {
  preload(context.messenger.screen.peek().id, context);
}

/** Screens that work without a network after their code has loaded. */
const usedOffline = ['search', 'article', 'requests', 'conversation', 'sent'] as const;

function preload(id: ScreenId, context: SupportContext): void {
  const widget = screens[id];
  if ('load' in widget) widget.load(context).catch(() => {}); // retried and reported when it is shown
}

function Panel({ context, set }: { context: SupportContext; set: ScreenSet }) {
  const { messenger, i18n } = context;
  const { t } = i18n;
  const dialog = useRef<HTMLDialogElement>(null);
  const placed = useRef<Element | null>(null);
  usePlacement(dialog, messenger.isOpen);
  const current = messenger.screen.value;
  const state = set.stateOf(current.id).value;

  const title = state.at === 'ready' ? state.screen.title?.() : undefined;

  useSignalEffect(() => {
    set.want(messenger.screen.value.id);
  });
  useSignalEffect(() => {
    const soon = messenger.expected.value;
    if (soon) set.want(soon);
  });
  useLayoutEffect(() => {
    placed.current = messenger.isOpen.value ? focusIn(dialog.current) : null;
  }, [messenger.isOpen.value, current]);
  useLayoutEffect(() => {
    // A screen that loads late moves the focus only if the person has not moved it in the meantime.
    const chosen = dialog.current?.querySelector(':focus');
    if (messenger.isOpen.value && (!chosen || chosen === placed.current)) {
      placed.current = focusIn(dialog.current);
    }
  }, [state.at, title]);

  const isUsed = useSignal(false);
  const use = () => {
    isUsed.value = true;
  };
  // Before it is used, the form only loads what sends it without a network. From the first screen,
  // all other screens are one press away.
  useSignalEffect(() => {
    const ids =
      isUsed.value || messenger.screen.value.id === 'home' ? usedOffline : (['sent'] as const);
    return savesData()
      ? undefined
      : whenIdle(() => {
          for (const id of ids) preload(id, context);
        });
  });
  useEffect(() => {
    const ended = new AbortController();
    if (dialog.current) keepFocus(dialog.current, ended.signal);
    return () => ended.abort();
  }, []);

  const goBack = (event: Event) => {
    event.preventDefault();
    messenger.back();
  };

  return (
    <dialog
      ref={dialog}
      tabIndex={-1}
      class={css.panel}
      part="panel"
      aria-labelledby="panel-title"
      onInput={use}
      onClick={use}
      onCancel={goBack}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) goBack(event);
      }}
    >
      <div class={css.header} data-back={messenger.stack.value.length > 1}>
        {messenger.stack.value.length > 1 && (
          <IconButton icon={ArrowLeft} mirrored label={t('panel.back')} onPress={messenger.back} />
        )}
        <h2 class={css.title} id="panel-title" tabIndex={-1}>
          <bdi>{title ?? t(screens[current.id].title)}</bdi>
        </h2>
        <IconButton icon={X} label={t('panel.close')} onPress={messenger.close} />
      </div>
      <div key={current.id} class={css.screen} data-direction={messenger.direction.value}>
        {state.at === 'ready' ? (
          state.screen.render()
        ) : (
          <ScreenBody>
            {state.at === 'failed' ? (
              <Notice
                // The request is stored on the device, even if the screen that confirms it does not
                // load.
                title={t(current.id === 'sent' ? 'sent.savedHeading' : 'error.network')}
                actions={
                  <>
                    <Button variant="link" size="small" onPress={() => set.retry(current.id)}>
                      {t('requests.retry')}
                    </Button>
                    <Button
                      variant="link"
                      size="small"
                      onPress={() => messenger.navigate({ id: 'ticket' })}
                    >
                      {t('home.contact')}
                    </Button>
                  </>
                }
              />
            ) : (
              <Skeleton label={t(screens[current.id].title)} rows={3} />
            )}
          </ScreenBody>
        )}
      </div>
    </dialog>
  );
}
