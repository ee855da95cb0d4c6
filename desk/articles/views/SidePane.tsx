import { useState } from 'preact/hooks';
import { Button } from '../../../src/ui/Button.tsx';
import * as css from './articles.css.ts';
import type { EditorProps } from './EditorPage.tsx';
import { Numbers } from './Numbers.tsx';
import { Preview } from './Preview.tsx';
import { SourcePane } from './SourcePane.tsx';
import { Translations } from './Translations.tsx';
import { Versions } from './Versions.tsx';

const panes = {
  preview: { name: 'Preview', View: Preview },
  source: { name: 'Source text', View: SourcePane },
  translations: { name: 'Languages and address', View: Translations },
  versions: { name: 'Versions', View: Versions },
  numbers: { name: 'Figures', View: Numbers },
} as const;
type Pane = keyof typeof panes;
const order: readonly Pane[] = ['preview', 'source', 'translations', 'versions', 'numbers'];

/** The pane beside the text: the preview, or details about the article. */
export function SidePane(props: EditorProps) {
  const { article, locale } = props.editor;
  const source = article.value?.source_locale;
  const isTranslation = source !== undefined && source !== locale;
  const [chosen, setChosen] = useState<Pane>('preview');
  const { name, View } = panes[chosen];
  const there = order.filter((one) => {
    if (one === 'source') return isTranslation;
    return one === 'preview' || article.value !== undefined;
  });
  return (
    <section class={css.pane} aria-label={name}>
      <div class={css.tabs}>
        {there.map((one) => (
          <Button
            key={one}
            size="small"
            variant={one === chosen ? 'primary' : 'secondary'}
            onPress={() => setChosen(one)}
          >
            {panes[one].name}
          </Button>
        ))}
      </div>
      <View {...props} />
    </section>
  );
}
