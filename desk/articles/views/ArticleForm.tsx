import { uploadArticlePicture } from '../../../src/contract/articleAdmin.ts';
import { limits } from '../../../src/contract/limits.ts';
import { Button } from '../../../src/ui/Button.tsx';
import { FileButton } from '../../../src/ui/FileButton.tsx';
import { TextField } from '../../../src/ui/TextField.tsx';
import { writtenDirection } from '../../../src/ui/writtenDirection.ts';
import * as frame from '../../views/frame.css.ts';
import * as fields from '../../views/inbox.css.ts';
import { AudienceFields } from './AudienceFields.tsx';
import * as css from './articles.css.ts';
import type { EditorProps } from './EditorPage.tsx';
import { SaveBar } from './SaveBar.tsx';

/** The text and the metadata of an article. */
export function ArticleForm({ me, editor }: EditorProps) {
  const draft = editor.draft.value;

  async function insertPictures(files: readonly File[]): Promise<void> {
    for (const file of files) {
      await editor.attempt(async () => {
        const { url } = await me.api.call(uploadArticlePicture, { file });
        const { markdown } = editor.draft.peek();
        const name = file.name.replaceAll(/[[\]]/g, '');
        editor.write({ markdown: `${markdown.trimEnd()}\n\n![${name}](${url})\n`.trimStart() });
      });
    }
  }

  return (
    <section class={css.form} aria-label="Text">
      <TextField
        id="article-title"
        label="Title"
        value={draft.title}
        maxLength={limits.subject}
        onInput={(title) => editor.write({ title })}
      />
      <TextField
        id="article-description"
        label="Description"
        hint="One sentence, for search engines and lists."
        value={draft.description}
        maxLength={limits.contextLine}
        onInput={(description) => editor.write({ description })}
      />
      <div class={css.pair}>
        <TextField
          id="article-category"
          label="Category"
          value={draft.category}
          maxLength={limits.category}
          onInput={(category) => editor.write({ category })}
        />
        <TextField
          id="article-tags"
          label="Tags"
          hint="Separate tags with commas."
          value={draft.tags}
          onInput={(tags) => editor.write({ tags })}
        />
      </div>
      <TextField
        id="article-related"
        label="Related articles"
        hint="Their slugs, separated by commas."
        value={draft.related}
        onInput={(related) => editor.write({ related })}
      />
      <label class={frame.row}>
        Date in What’s new
        <input
          class={fields.select}
          type="date"
          value={draft.news}
          aria-describedby="article-news-hint"
          onInput={({ currentTarget }) => editor.write({ news: currentTarget.value })}
        />
        <span id="article-news-hint" class={frame.muted}>
          Leave empty if this isn’t news.
        </span>
      </label>
      <AudienceFields editor={editor} />
      <label class={frame.muted} for="article-markdown">
        Markdown
      </label>
      <textarea
        id="article-markdown"
        class={css.source}
        dir={writtenDirection(draft.markdown)}
        spellcheck={true}
        value={draft.markdown}
        maxLength={limits.article}
        onInput={({ currentTarget }) => editor.write({ markdown: currentTarget.value })}
      />
      <div class={frame.row}>
        <FileButton
          label="Insert pictures"
          accept="image/png,image/jpeg,image/gif,image/webp,image/avif"
          onFiles={(files) => void insertPictures(files)}
        />
        {editor.isChanged.value && (
          <Button size="small" onPress={() => void editor.discard()}>
            Discard unsaved changes
          </Button>
        )}
      </div>
      <SaveBar editor={editor} />
    </section>
  );
}
