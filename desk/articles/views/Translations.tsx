import { useState } from 'preact/hooks';
import { Button } from '../../../src/ui/Button.tsx';
import { Tag } from '../../../src/ui/Tag.tsx';
import { TextField } from '../../../src/ui/TextField.tsx';
import { slugFor } from '../model/draft.ts';
import * as css from './articles.css.ts';
import type { EditorProps } from './EditorPage.tsx';
import { isLanguage } from './NewArticle.tsx';
import { languageName, stateNames, stateTones } from './words.ts';

/** The languages of an article, and the former slugs that redirect to it. */
export function Translations({ editor, canWrite, onOpen }: EditorProps) {
  const [locale, setLocale] = useState('');
  const [slug, setSlug] = useState(editor.slug);
  const article = editor.article.value;
  if (article === undefined) return null;
  const language = locale.trim().toLowerCase();
  const name = slugFor(slug);

  function translate(): void {
    const isNew = article?.translations.every((one) => one.locale !== language) ?? true;
    onOpen({ slug: editor.slug, locale: language, isNew });
  }

  async function move(): Promise<void> {
    if (await editor.move(name)) onOpen({ slug: name, locale: editor.locale });
  }

  return (
    <div class={css.form}>
      <ul class={css.list}>
        {article.translations.map((one) => (
          <li key={one.locale} class={css.item}>
            <Button
              variant="link"
              onPress={() => onOpen({ slug: editor.slug, locale: one.locale })}
            >
              {languageName(one.locale)}
            </Button>
            <bdi>{one.title}</bdi>
            <Tag tone={stateTones[one.state]}>{stateNames[one.state]}</Tag>
            {one.locale === article.source_locale && <Tag tone="grey">Source</Tag>}
            {one.outdated && <Tag tone="amber">Out of date</Tag>}
          </li>
        ))}
      </ul>
      {canWrite && (
        <>
          <div class={css.bar}>
            <TextField
              id="translation"
              label="Another language"
              hint="A code such as es or pt-br."
              value={locale}
              maxLength={35}
              onInput={setLocale}
            />
            <Button busy={!isLanguage(language)} onPress={translate}>
              Translate
            </Button>
          </div>
          <div class={css.bar}>
            <TextField
              id="slug"
              label="Slug (name in the address)"
              hint="The slug changes in all languages. The old one redirects to the article."
              value={slug}
              maxLength={100}
              onInput={setSlug}
            />
            <Button busy={name === '' || name === editor.slug} onPress={() => void move()}>
              Change the slug
            </Button>
          </div>
        </>
      )}
      {article.redirects.length > 0 && (
        <p class={css.note}>{`Former slugs that redirect here: ${article.redirects.join(', ')}`}</p>
      )}
    </div>
  );
}
