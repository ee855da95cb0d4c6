import '../i18n/locales/en/proactive.ts';
import { X } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { ShownMessage } from '../core/proactive.model.ts';
import { directionOf } from '../i18n/direction.ts';
import type { I18n } from '../i18n/translator.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import * as css from './proactiveCard.css.ts';

interface ProactiveCardProps {
  shown: ShownMessage;
  i18n: I18n;
  onOpen: () => void;
  onDismiss: () => void;
}

/** A message beside the floating button. It takes no focus, and is announced politely. */
export function ProactiveCard({ shown, i18n, onOpen, onDismiss }: ProactiveCardProps) {
  const { message, title, text } = shown;
  const [isThere, setThere] = useState(false);
  // Screen readers announce what appears in a live region that exists already.
  useEffect(() => setThere(true), []);
  return (
    <aside
      class={css.card}
      part="message"
      aria-label={i18n.t('proactive.label')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDismiss();
      }}
    >
      <div class={css.top}>
        <div
          class={css.words}
          role="status"
          lang={message.locale}
          dir={directionOf(message.locale)}
        >
          {isThere && (
            <>
              <p class={css.title}>{title}</p>
              {text && <p class={css.detail}>{text}</p>}
            </>
          )}
        </div>
        <IconButton icon={X} label={i18n.t('proactive.dismiss')} onPress={onDismiss} />
      </div>
      {message.action !== undefined && (
        <div class={css.action}>
          <Button variant="primary" size="small" onPress={onOpen}>
            {message.action}
          </Button>
        </div>
      )}
    </aside>
  );
}
