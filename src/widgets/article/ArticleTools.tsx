import '../../i18n/locales/en/articleTools.ts';
import { Check, ExternalLink, Link, List as ListIcon } from 'lucide';
import type { Article } from '../../contract/article.ts';
import type { Block, Inline } from '../../contract/articleBody.ts';
import type { I18n } from '../../i18n/translator.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip, Chips } from '../../ui/Chip.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Row } from '../../ui/List.tsx';
import * as screen from '../../ui/Screen.css.ts';
import { useCopy } from '../../ui/useCopy.ts';

export interface ArticleToolsProps {
  read: Article;
  /** The page of the article, or undefined if it has none. */
  href: string | undefined;
  onHeading: (id: string) => void;
  i18n: I18n;
}

/** An article with fewer headings is short enough to scroll. */
const minHeadings = 4;

/** Opens the article in a tab of its own, copies its link, and lists the headings of a long one. */
export function ArticleTools({ read, href, onHeading, i18n: { t } }: ArticleToolsProps) {
  const { copied, copy } = useCopy();
  const headings = read.blocks.flatMap((block) => (isChapter(block) ? [block] : []));
  return (
    <div class={screen.stack}>
      {href && (
        <Chips>
          <Chip icon={ExternalLink} label={t('article.newTab')} href={href} onPress={() => {}} />
          <Button size="small" icon={copied ? Check : Link} onPress={() => copy(href)}>
            {t(copied ? 'copy.done' : 'article.copyLink')}
          </Button>
        </Chips>
      )}
      {headings.length >= minHeadings && (
        <Disclosure id="article-contents" icon={ListIcon} label={t('article.contents')}>
          {headings.map(({ id, children }) => (
            <Row key={id} title={textOf(children)} onPress={() => onHeading(id)} />
          ))}
        </Disclosure>
      )}
    </div>
  );
}

function isChapter(block: Block): block is Extract<Block, { type: 'heading' }> {
  return block.type === 'heading' && block.level === 2;
}

function textOf(parts: readonly Inline[]): string {
  return parts
    .map((part) => ('text' in part ? part.text : 'children' in part ? textOf(part.children) : ' '))
    .join('');
}
