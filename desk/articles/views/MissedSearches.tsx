import { useEffect, useState } from 'preact/hooks';
import { deleteMissedSearch, listMissedSearches } from '../../../src/contract/articleNumbers.ts';
import type { Reply } from '../../../src/contract/endpoint.ts';
import { Button } from '../../../src/ui/Button.tsx';
import { sentenceOf } from '../../api/failure.ts';
import type { SignedIn } from '../../model/session.model.ts';
import { momentInWords } from '../../views/dates.ts';
import * as frame from '../../views/frame.css.ts';
import { OnlyRead } from '../../views/OnlyRead.tsx';
import { Problem, Table } from '../../views/Table.tsx';
import * as css from './articles.css.ts';
import { languageName } from './words.ts';

interface MissedSearchesProps {
  me: SignedIn;
  canWrite: boolean;
  onBack: () => void;
}

const columns = ['Words', 'Language', 'Times', 'Last time'] as const;

type Searches = Reply<typeof listMissedSearches>['searches'];

/** Searches of visitors that found no article, with a button to write one. */
export function MissedSearches({ me, canWrite, onBack }: MissedSearchesProps) {
  const [searches, setSearches] = useState<Searches | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);

  async function load(before?: () => Promise<unknown>): Promise<void> {
    try {
      await before?.();
      setSearches((await me.api.call(listMissedSearches)).searches);
      setProblem(undefined);
    } catch (error) {
      setProblem(sentenceOf(error));
    }
  }
  useEffect(() => void load(), []);

  const remove = (query: string, locale: string) =>
    void load(() => me.api.call(deleteMissedSearch, { query: { query, locale } }));

  return (
    <>
      <header class={css.head}>
        <h2 class={css.title}>Searches without results</h2>
        <Button onPress={onBack}>Back to the list</Button>
      </header>
      <p class={frame.muted}>
        Searches of the last 90 days that found no article. We don’t store who searched.
      </p>
      <Problem text={problem} />
      {searches?.length === 0 && <p class={frame.muted}>No searches without results.</p>}
      {searches !== undefined && searches.length > 0 && (
        <div class={css.tableBox}>
          <Table
            columns={canWrite ? [...columns, 'Remove'] : columns}
            rows={searches.map(({ query, locale, searches: times, last_at }) => ({
              key: `${locale} ${query}`,
              cells: {
                Words: <bdi>{query}</bdi>,
                Language: languageName(locale),
                Times: times,
                'Last time': momentInWords(last_at),
                Remove: (
                  <Button size="small" onPress={() => remove(query, locale)}>
                    Remove
                    <OnlyRead>{query}</OnlyRead>
                  </Button>
                ),
              },
            }))}
          />
        </div>
      )}
    </>
  );
}
