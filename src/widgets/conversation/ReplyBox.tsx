import { limits } from '../../contract/limits.ts';
import type { I18n } from '../../i18n/translator.ts';
import { Button } from '../../ui/Button.tsx';
import * as css from './Conversation.css.ts';
import type { ConversationModel } from './conversation.model.ts';

/** Enter makes a new line; Ctrl or Command with Enter sends. */
export function ReplyBox({ model, i18n }: { model: ConversationModel; i18n: I18n }) {
  const { t } = i18n;
  const text = model.draft.text.value;
  return (
    <form
      class={css.reply}
      onSubmit={(event) => {
        event.preventDefault();
        model.send();
      }}
    >
      <textarea
        class={css.replyField}
        rows={2}
        dir="auto"
        maxLength={limits.message}
        aria-label={t('conversation.reply')}
        placeholder={t('conversation.replyHint')}
        value={text}
        onInput={(event) => model.draft.change(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.isComposing || !(event.ctrlKey || event.metaKey))
            return;
          event.preventDefault();
          model.send();
        }}
      />
      <div class={css.replyBar}>
        <Button variant="primary" type="submit">
          {t('conversation.send')}
        </Button>
      </div>
    </form>
  );
}
