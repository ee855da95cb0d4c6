import { useEffect, useRef, useState } from 'preact/hooks';
import { listStoredArticles, type StoredArticle } from '../../src/contract/articleAdmin.ts';
import { Button } from '../../src/ui/Button.tsx';
import { sentenceOf } from '../api/failure.ts';
import { insertableArticles } from '../model/insertable.ts';
import type { SignedIn } from '../model/session.model.ts';
import { categoryName } from '../words.ts';
import * as css from './inbox.css.ts';

interface InsertArticleProps {
  me: SignedIn;
  /** The language of the customer. */
  locale: string;
  onInsert: (markdown: string) => void;
  onClose: () => void;
}

const maxShownArticles = 8;

/**
 * Finds an article by words of its title, and inserts a link that opens it in the customer's panel.
 */
export function InsertArticle({ me, locale, onInsert, onClose }: InsertArticleProps) {
  const [articles, setArticles] = useState<readonly StoredArticle[] | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [words, setWords] = useState('');
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    field.current?.focus();
    me.api
      .call(listStoredArticles)
      .then((reply) => setArticles(reply.articles))
      .catch((error: unknown) => setProblem(sentenceOf(error)));
  }, []);

  const found = articles && insertableArticles(articles, words, locale);

  return (
    <section class={css.popover} aria-label="Insert an article">
      <input
        ref={field}
        class={css.input}
        type="search"
        aria-label="Search titles"
        placeholder="Search titles"
        value={words}
        onInput={({ currentTarget }) => setWords(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
        }}
      />
      {problem !== undefined && <p role="alert">{problem}</p>}
      {found?.length === 0 && <p class={css.detail}>No published article matches.</p>}
      <ul>
        {found?.slice(0, maxShownArticles).map(({ slug, title, category }) => (
          <li key={slug}>
            <Button
              variant="link"
              onPress={() => onInsert(`[${title.replaceAll(/[[\]]/g, '')}](article:${slug})`)}
            >
              <bdi>{title}</bdi>
            </Button>{' '}
            <span class={css.term}>{categoryName(category)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
