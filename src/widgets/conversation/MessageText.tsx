import { safeAddress } from '../../contract/limits.ts';
import { readMarkdown, readPlain } from '../../contract/readMessage.ts';
import type { I18n } from '../../i18n/translator.ts';
import * as screen from '../../ui/Screen.css.ts';
import * as css from '../Blocks.css.ts';
import { Blocks } from '../Blocks.tsx';

export interface MessageTextProps {
  text: string;
  /** Messages of the team are Markdown; those of visitors are shown as plain text. */
  isMarkdown: boolean;
  onArticle: (slug: string) => void;
  i18n: I18n;
}

/**
 * Renders the text of a message with links. Messages of the team also have lists, quotes and code.
 */
export function MessageText({ text, isMarkdown, onArticle, i18n }: MessageTextProps) {
  return (
    <div class={`${css.body} ${screen.prose}`}>
      <Blocks
        blocks={isMarkdown ? readMarkdown(text) : readPlain(text)}
        i18n={i18n}
        onArticle={onArticle}
        onHeading={() => {}}
        resolve={(url) => safeAddress(url)}
      />
    </div>
  );
}
