import { safeAddress } from '../../contract/limits.ts';
import { readMarkdown, readPlain } from '../../contract/readMessage.ts';
import type { I18n } from '../../i18n/translator.ts';
import * as screen from '../../ui/Screen.css.ts';
import * as css from '../Blocks.css.ts';
import { Blocks } from '../Blocks.tsx';
import { ArticleCard } from './ArticleCard.tsx';
import { type MessagePart, messageParts } from './messageParts.ts';
import type { OwnArticles } from './ownArticles.ts';

export interface MessageTextProps {
  text: string;
  /** Messages of the team are Markdown; those of visitors are shown as plain text. */
  isMarkdown: boolean;
  /** Opens the account's articles in the panel. Without it, links to them do nothing. */
  ownArticles?: OwnArticles;
  i18n: I18n;
}

/**
 * Renders the text of a message with links. Messages of the team also have lists, quotes, code and
 * articles.
 */
export function MessageText({ text, isMarkdown, ownArticles, i18n }: MessageTextProps) {
  const blocks = isMarkdown ? readMarkdown(text) : readPlain(text);
  const parts: MessagePart[] =
    isMarkdown && ownArticles
      ? messageParts(blocks, ownArticles.slugOf)
      : [{ type: 'text', blocks }];

  function onClick(event: MouseEvent): void {
    const link = event.target instanceof Element && event.target.closest('a');
    const slug = link && isMarkdown ? ownArticles?.slugOf(link.href) : undefined;
    // With a modifier key, it opens a new tab like any other link.
    if (slug === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    ownArticles?.open(slug);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it handles the clicks of its links.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the Enter key clicks a link.
    <div class={`${css.body} ${screen.prose}`} onClick={onClick}>
      {parts.map((part, index) =>
        part.type === 'card' && ownArticles ? (
          <ArticleCard key={index} {...part} own={ownArticles} />
        ) : (
          part.type === 'text' && (
            <Blocks
              key={index}
              blocks={part.blocks}
              i18n={i18n}
              onArticle={(slug) => ownArticles?.open(slug)}
              onHeading={() => {}}
              resolve={(url) => safeAddress(url)}
            />
          )
        ),
      )}
    </div>
  );
}
