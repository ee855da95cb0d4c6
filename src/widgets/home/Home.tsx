import '../../i18n/locales/en/home.ts';
import { signal } from '@preact/signals-core';
import { FileText } from 'lucide';
import { type ComponentType, h } from 'preact';
import { useEffect } from 'preact/hooks';
import { loadChunk } from '../../core/chunk.ts';
import type { SupportContext } from '../../core/context.ts';
import { linkLabel } from '../../i18n/linkLabel.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip, Chips } from '../../ui/Chip.tsx';
import { iconByName } from '../../ui/iconByName.ts';
import { List, Row } from '../../ui/List.tsx';
import { lazyView } from '../../ui/lazyView.tsx';
import * as screen from '../../ui/Screen.css.ts';
import { ScreenBody, ScreenFooter } from '../../ui/Screen.tsx';
import { SearchButton } from '../../ui/SearchField.tsx';
import { SectionHeading } from '../../ui/SectionHeading.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import type { MountedScreen } from '../define.ts';
import { createHomeModel, type HomeModel, type HomePart } from './home.model.ts';

const WorksAgain = lazyView(() => import('../Awaited.tsx').then((one) => one.WorksAgain));

export interface HomeProps {
  model: HomeModel;
  context: SupportContext;
}

/** The parts below the search field whose code is loaded. */
const views = signal<Partial<Record<HomePart, ComponentType<HomeProps>>>>({
  suggested({ model, context: { i18n } }) {
    const heading = i18n.t(model.suggestedTitle.value);
    return (
      <section>
        <SectionHeading>{heading}</SectionHeading>
        <List label={heading}>
          {model.suggested.value.map(({ slug, title }) => (
            <Row key={slug} icon={FileText} title={title} onPress={() => model.openArticle(slug)} />
          ))}
        </List>
      </section>
    );
  },
  links({ model, context: { i18n } }) {
    return (
      <section>
        <SectionHeading>{i18n.t('home.links')}</SectionHeading>
        <Chips>
          {model.links.value.map((link) => (
            <Chip
              key={link.url}
              icon={iconByName(link.icon)}
              label={linkLabel(link, i18n)}
              href={link.url}
              onPress={() => model.followLink(link)}
            />
          ))}
        </Chips>
      </section>
    );
  },
});

/** They are also shown without a network, such as a request that is written then. */
const loadViews = () =>
  loadChunk(() => import('./optionalParts.tsx')).then(
    ({ optionalParts }) => {
      views.value = { ...views.peek(), ...optionalParts };
    },
    () => {}, // loaded again with the next visit of the screen
  );

export function createHome(context: SupportContext): MountedScreen {
  const model = createHomeModel(context, (part) => part in views.value);
  return { render: () => <Home model={model} context={context} />, dispose() {} };
}

const isInFooter = (part: HomePart) => part === 'team' || part === 'status';

function Home(props: HomeProps) {
  const { model, context } = props;
  useEffect(() => {
    void loadViews();
    return model.show();
  }, [model]);
  const { t } = context.i18n;
  const name = model.firstName();
  const shown = model.parts.value;
  const draw = (parts: readonly HomePart[]) =>
    parts.map((part) => {
      const View = views.value[part];
      return View && h(View, { ...props, key: part });
    });
  return (
    <>
      <ScreenBody>
        <div>
          <p class={screen.greeting}>
            {name ? t('home.greetingNamed', { name }) : t('home.greeting')}
          </p>
          <p class={screen.quiet}>
            {t(model.byMail ? 'home.contactHintMail' : 'home.contactHint')}
          </p>
        </div>
        {model.canSearch && <SearchButton label={t('search.label')} onPress={model.search} />}
        {shown ? (
          draw([...shown.first.filter((part) => !isInFooter(part)), ...shown.late])
        ) : (
          <Skeleton label={t('panel.title')} rows={3} />
        )}
      </ScreenBody>
      <ScreenFooter>
        {context.visitor.store.get('awaited') && <WorksAgain context={context} />}
        {shown && draw(shown.first.filter(isInFooter))}
        <Button variant="primary" size="large" onPress={model.contact}>
          {t('home.contact')}
        </Button>
      </ScreenFooter>
    </>
  );
}
