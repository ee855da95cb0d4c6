import { directionOf } from '../../i18n/direction.ts';
import type { I18n } from '../../i18n/translator.ts';
import { Button } from '../../ui/Button.tsx';
import * as blocks from '../Blocks.css.ts';
import { Blocks } from '../Blocks.tsx';
import * as css from './Passage.css.ts';
import type { SearchModel } from './search.model.ts';

interface PassageProps {
  model: SearchModel;
  i18n: I18n;
}

/** The passage that answers a search, with the article that it is from. */
export function Passage({ model, i18n }: PassageProps) {
  const { t } = i18n;
  const passage = model.passage.value;
  if (passage === null) return null;
  const { title, heading, url } = passage;
  return (
    <section class={css.passage} aria-label={t('search.answer')}>
      <h3 class={css.heading}>
        <bdi>{heading || title}</bdi>
      </h3>
      <div class={blocks.body} dir={directionOf(i18n.asked.value)}>
        <Blocks
          blocks={passage.blocks}
          i18n={i18n}
          onArticle={(slug) => model.openPassage({ ...passage, slug, anchor: '' })}
          onHeading={(anchor) => model.openPassage({ ...passage, anchor })}
          resolve={(address) => model.addressOf(address, url)}
        />
      </div>
      <Button variant="link" size="small" onPress={() => model.openPassage(passage)}>
        {t('search.answerFrom', { title })}
      </Button>
    </section>
  );
}
