import { useState } from 'preact/hooks';
import { Button } from '../../../src/ui/Button.tsx';
import { momentInWords } from '../../views/dates.ts';
import * as fields from '../../views/inbox.css.ts';
import type { Editor } from '../model/editor.model.ts';
import * as css from './articles.css.ts';

/** Saves the text, and shows when readers will see it. */
export function SaveBar({ editor }: { editor: Editor }) {
  const article = editor.article.value;
  const isBusy = editor.isBusy.value;
  const save = (published: boolean) => void editor.save({ published });
  if (article?.state === 'published') {
    return (
      <div class={css.saveBar}>
        <Button variant="primary" busy={isBusy} onPress={() => save(true)}>
          Save and publish
        </Button>
        <Button busy={isBusy} onPress={() => void editor.change({ published: false })}>
          Unpublish
        </Button>
      </div>
    );
  }
  const publishAt = article?.publish_at ?? null;
  return (
    <div class={css.saveBar}>
      <Button
        variant="primary"
        busy={isBusy}
        onPress={() =>
          void editor.save(publishAt === null ? { published: false } : { publish_at: publishAt })
        }
      >
        {publishAt === null ? 'Save draft' : 'Save'}
      </Button>
      <Button busy={isBusy} onPress={() => save(true)}>
        Publish now
      </Button>
      {publishAt === null ? (
        <Schedule isBusy={isBusy} onPlan={(at) => void editor.save({ publish_at: at })} />
      ) : (
        <>
          <span>{`Will be published ${momentInWords(publishAt)}.`}</span>
          <Button busy={isBusy} onPress={() => void editor.change({ publish_at: null })}>
            Cancel the schedule
          </Button>
        </>
      )}
    </div>
  );
}

function Schedule({ isBusy, onPlan }: { isBusy: boolean; onPlan: (at: string) => void }) {
  const [time, setTime] = useState('');
  const isTime = time !== '' && !Number.isNaN(Date.parse(time));
  return (
    <>
      <label>
        Publish at{' '}
        <input
          class={fields.select}
          type="datetime-local"
          value={time}
          onInput={({ currentTarget }) => setTime(currentTarget.value)}
        />
      </label>
      <Button busy={isBusy || !isTime} onPress={() => onPlan(new Date(time).toISOString())}>
        Schedule
      </Button>
    </>
  );
}
