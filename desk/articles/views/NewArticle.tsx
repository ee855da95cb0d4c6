import { useState } from 'preact/hooks';
import { Button } from '../../../src/ui/Button.tsx';
import { TextField } from '../../../src/ui/TextField.tsx';
import { slugFor } from '../model/draft.ts';
import type { ArticleKey } from '../model/editor.model.ts';
import * as css from './articles.css.ts';

interface NewArticleProps {
  onOpen: (key: ArticleKey) => void;
  onBack: () => void;
}

/** Asks for the slug and the language of a new article. */
export function NewArticle({ onOpen, onBack }: NewArticleProps) {
  const [name, setName] = useState('');
  const [locale, setLocale] = useState('en');
  const slug = slugFor(name);
  const language = locale.trim().toLowerCase();
  const isReady = slug !== '' && isLanguage(language);
  return (
    <section class={css.form} aria-label="New article">
      <header class={css.head}>
        <h2 class={css.title}>New article</h2>
        <Button onPress={onBack}>Back to the list</Button>
      </header>
      <TextField
        id="new-slug"
        label="Slug (name in the address)"
        hint={
          slug === ''
            ? 'Use lowercase letters, numbers and hyphens, such as set-up-spf.'
            : `Its address ends with ${slug}.`
        }
        value={name}
        maxLength={100}
        onInput={setName}
      />
      <TextField
        id="new-language"
        label="Language"
        hint="A code such as en or pt-br."
        problem={isLanguage(language) ? undefined : 'Enter a language code, such as en or pt-br.'}
        value={locale}
        maxLength={35}
        onInput={setLocale}
      />
      <div class={css.bar}>
        <Button
          variant="primary"
          busy={!isReady}
          onPress={() => onOpen({ slug, locale: language, isNew: true })}
        >
          Start writing
        </Button>
      </div>
    </section>
  );
}

export const isLanguage = (code: string): boolean => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(code);
