import '../../i18n/locales/en/lightBox.ts';
import { ChevronLeft, ChevronRight, ExternalLink, X, ZoomIn, ZoomOut } from 'lucide';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Message } from '../../contract/message.ts';
import type { AddressOf } from '../../core/ports.ts';
import { directionOf } from '../../i18n/direction.ts';
import type { I18n } from '../../i18n/translator.ts';
import { Icon } from '../../ui/Icon.tsx';
import { iconButton } from '../../ui/IconButton.css.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { isPicture } from '../../ui/pictures.ts';
import * as css from './LightBox.css.ts';

interface LightBoxProps {
  messages: readonly Message[];
  addressOf: AddressOf;
  /** Id of the picture that is shown first. */
  first: string;
  onClose: () => void;
  i18n: I18n;
}

/**
 * Shows a picture of a conversation in the whole window. It is a modal dialog, so that the browser
 * returns the focus to the picture's link.
 */
export function LightBox({ messages, addressOf, first, onClose, i18n }: LightBoxProps) {
  const { t, locale } = i18n;
  const pictures = picturesOf(messages, addressOf);
  const dialog = useRef<HTMLDialogElement>(null);
  const [id, setId] = useState(first);
  const [isWhole, setWhole] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const index = pictures.findIndex((one) => one.id === id);
  const picture = pictures[index];
  if (!picture) return null;
  const close = () => dialog.current?.close();

  function turn(by: number): void {
    const next = pictures[(index + by + pictures.length) % pictures.length];
    if (!next || pictures.length === 1) return;
    setId(next.id);
    setWhole(false);
    setFailed(false);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const forward = directionOf(locale.value) === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const isArrow = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    if (event.key === 'Escape') close();
    else if (isArrow && !isWhole) turn(event.key === forward ? 1 : -1);
    else return; // in a picture of actual size, arrow keys scroll
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <dialog
      ref={dialog}
      class={css.box}
      aria-label={picture.name}
      onClose={onClose}
      onKeyDown={onKeyDown}
    >
      <div class={css.bar}>
        <p class={css.name} role="status">
          <bdi class={css.file}>{picture.name}</bdi>
          {pictures.length > 1 && t('picture.count', { index: index + 1, count: pictures.length })}
        </p>
        {pictures.length > 1 && (
          <>
            <IconButton
              icon={ChevronLeft}
              mirrored
              label={t('picture.previous')}
              onPress={() => turn(-1)}
            />
            <IconButton
              icon={ChevronRight}
              mirrored
              label={t('picture.next')}
              onPress={() => turn(1)}
            />
          </>
        )}
        {!hasFailed && (
          <IconButton
            icon={isWhole ? ZoomOut : ZoomIn}
            label={t(isWhole ? 'picture.fit' : 'picture.zoom')}
            onPress={() => setWhole(!isWhole)}
          />
        )}
        <a
          class={iconButton}
          href={picture.url}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={t('picture.open')}
          title={t('picture.open')}
        >
          <Icon of={ExternalLink} />
        </a>
        <IconButton icon={X} label={t('picture.close')} onPress={close} />
      </div>
      <section
        class={isWhole ? `${css.stage} ${css.whole}` : css.stage}
        tabIndex={isWhole ? 0 : -1}
        aria-label={picture.name}
      >
        {hasFailed ? (
          <p class={css.failed} role="alert">
            {t('picture.failed')}
          </p>
        ) : (
          <img
            key={id}
            class={css.picture}
            src={picture.url}
            alt={picture.name}
            referrerpolicy="no-referrer"
            onError={() => setFailed(true)}
          />
        )}
      </section>
    </dialog>
  );
}

/** Returns the pictures of a conversation that can be fetched. */
function picturesOf(messages: readonly Message[], addressOf: AddressOf) {
  return messages
    .flatMap(({ attachments }) => attachments)
    .filter(({ type }) => isPicture(type))
    .flatMap(({ id, name, url }) => {
      const address = addressOf(url);
      return address === undefined ? [] : [{ id, name, url: address }];
    });
}
