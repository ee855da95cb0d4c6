import '../i18n/locales/en/passages.ts';
import { useEffect, useMemo } from 'preact/hooks';
import type { PassageAnswer } from '../contract/answer.ts';
import type { SupportContext } from '../core/context.ts';
import { directionOf } from '../i18n/direction.ts';
import { Button } from '../ui/Button.tsx';
import { lazyView } from '../ui/lazyView.tsx';
import { articleAddress } from './articleAddress.ts';
import * as blocks from './Blocks.css.ts';
import { Blocks } from './Blocks.tsx';
import * as css from './Passage.css.ts';
import { createPassage } from './passage.model.ts';

interface PassageProps {
  /** The typed text. */
  text: string;
  context: SupportContext;
  /** The pointer is over the results, so nothing may be inserted above them. */
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
  const { text, context, isFrozen } = props;
  const model = useMemo(() => createPassage(context, isFrozen), []);
  useEffect(() => model.search(text), [text]);
  const reply = model.reply.value;
  return (
    <>
      {reply?.answer && <FoundAnswer passage={reply.answer} {...props} />}
      {props.hasWritten && reply?.can_write && <WrittenAnswer key={text} {...props} />}
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
