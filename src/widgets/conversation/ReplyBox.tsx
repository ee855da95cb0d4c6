import { Scan } from 'lucide';
import { useRef } from 'preact/hooks';
import { limits } from '../../contract/limits.ts';
import type { I18n } from '../../i18n/translator.ts';
import { Button } from '../../ui/Button.tsx';
import { FileButton } from '../../ui/FileButton.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useFileDrop } from '../../ui/useFileDrop.ts';
import { writtenDirection } from '../../ui/writtenDirection.ts';
import { Files } from '../Files.tsx';
import * as css from './Conversation.css.ts';
import type { ConversationModel } from './conversation.model.ts';

/** Enter inserts a line break. Ctrl or Command with Enter sends. */
export function ReplyBox({ model, i18n }: { model: ConversationModel; i18n: I18n }) {
  const { t } = i18n;
  const form = useRef<HTMLFormElement>(null);
  const isOver = useFileDrop(form, model.files ? model.attach : null);
  const text = model.draft.text.value;
  return (
    <form ref={form} class={`${css.reply} ${isOver ? css.over : ''}`}>
      <textarea
        class={css.replyField}
        rows={1}
        dir={writtenDirection(text)}
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
      {model.files && (
        <div class={css.files}>
          <Files files={model.files} draft={model.draft.key.value ?? ''} i18n={i18n} />
        </div>
      )}
      <div class={css.replyBar}>
        {model.files && (
          <FileButton
            iconOnly
            label={t('files.add')}
            accept={model.files.rules.value.types.join()}
            onFiles={model.attach}
          />
        )}
        {model.files && (
          <IconButton icon={Scan} label={t('files.screenshot')} onPress={model.takeScreenshot} />
        )}
        <span class={css.space} />
        <Button variant="primary" type="submit" onPress={model.send}>
          {t('conversation.send')}
        </Button>
      </div>
    </form>
  );
}
