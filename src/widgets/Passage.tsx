import '../i18n/locales/en/passages.ts';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { PassageAnswer } from '../contract/answer.ts';
import type { SupportContext } from '../core/context.ts';
import { directionOf } from '../i18n/direction.ts';
import { Button } from '../ui/Button.tsx';
import { lazyView } from '../ui/lazyView.tsx';
import { articleAddress } from './articleAddress.ts';
import * as blocks from './Blocks.css.ts';
import { Blocks } from './Blocks.tsx';
import * as css from './Passage.css.ts';
import { createPassage, type PassageReply } from './passage.model.ts';

interface PassageProps {
  /** The typed text. */
  text: string;
  context: SupportContext;
  /** Whether nothing may be inserted above the results: then an answer is only offered. */
  isFrozen?: () => boolean;
  onOpen: (slug: string, heading?: string) => void;
  /** Offers an answer that a model writes, if the account has them. */
  hasWritten?: boolean;
}

const WrittenAnswer = lazyView(async () => (await import('./WrittenAnswer.tsx')).WrittenAnswer);

/**
 * The passage that answers the typed text, with a link to its article. Renders nothing without an
 * answer.
 */
export function Passage(props: PassageProps) {
  const { text, context, isFrozen, hasWritten } = props;
  const { t } = context.i18n;
  const canWrite = (reply: PassageReply | null) => hasWritten && reply?.can_write;
  const model = useMemo(
    () =>
      createPassage(context, {
        ...(isFrozen && { isFrozen }),
        prepare: (reply) => canWrite(reply) && WrittenAnswer.preload(),
      }),
    [],
  );
  useEffect(() => model.search(text), [text]);
  /** The text whose answer was chosen from the line above the results. */
  const [chosen, setChosen] = useState('');
  const reply = model.reply.value;
  const offered = model.offered.value;
  return (
    <>
      {offered && (offered.answer || canWrite(offered)) && (
        <div class={css.offer}>
          <Button
            variant="link"
            size="small"
            onPress={() => {
              setChosen(text);
              model.show();
            }}
          >
            {t(offered.answer ? 'search.showAnswer' : 'written.offer')}
          </Button>
        </div>
      )}
      {reply?.answer && <FoundAnswer passage={reply.answer} {...props} />}
      {canWrite(reply) && (
        <WrittenAnswer key={text} isAsked={chosen === text && !reply?.answer} {...props} />
      )}
    </>
  );
}

function FoundAnswer({ passage, context, onOpen }: PassageProps & { passage: PassageAnswer }) {
  const { i18n } = context;
  const { t } = i18n;
  const { slug, title, heading, anchor, url } = passage;
  const addressOf = articleAddress(context);
  return (
    <section class={css.passage} aria-label={t('search.answer')}>
      <h3 class={css.heading}>
        <bdi>{heading || title}</bdi>
      </h3>
      <div class={blocks.body} dir={directionOf(i18n.language.value)}>
        <Blocks
          blocks={passage.blocks}
          i18n={i18n}
          onArticle={onOpen}
          onHeading={(id) => onOpen(slug, id)}
          resolve={(address) => addressOf(address, url)}
        />
      </div>
      <div>
        <Button variant="link" size="small" onPress={() => onOpen(slug, anchor || undefined)}>
          {t('search.answerFrom', { title })}
        </Button>
      </div>
    </section>
  );
}
