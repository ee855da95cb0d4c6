import '../../i18n/locales/en/home.ts';
import { FileText } from 'lucide';
import { useEffect } from 'preact/hooks';
import type { SupportContext } from '../../core/context.ts';
import { savesData } from '../../core/savesData.ts';
import { whenIdle } from '../../core/whenIdle.ts';
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
import type { MountedScreen } from '../define.ts';
import { createHomeModel, type HomeModel } from './home.model.ts';

const OwnRequests = lazyView(() => import('../OwnRequests.tsx').then((one) => one.OwnRequests));
const NewsRow = lazyView(() => import('../NewsRow.tsx').then((one) => one.NewsRow));
const TeamLine = lazyView(() => import('../TeamLine.tsx').then((one) => one.TeamLine));
const StatusLine = lazyView(() => import('../StatusLine.tsx').then((one) => one.StatusLine));

export function createHome(context: SupportContext): MountedScreen {
  const model = createHomeModel(context);
  return { render: () => <Home model={model} context={context} />, dispose() {} };
}

interface HomeProps {
  model: HomeModel;
  context: SupportContext;
}

function Home({ model, context }: HomeProps) {
  useEffect(() => model.show(), [model]);
  // Preloads the list, because a request that is written without a network is listed here too.
  useEffect(() => (savesData() ? undefined : whenIdle(() => void OwnRequests.preload())), []);
  const { i18n } = context;
  const { t } = i18n;
  const unsent = model.unsent.value;
  const name = model.firstName();
  const requests = model.requests.value;
  const suggested = model.suggested.value;
  const suggestedTitle = t(model.suggestedTitle.value);
  const links = model.links.value;
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
        {suggested.length > 0 && (
          <section>
            <SectionHeading>{suggestedTitle}</SectionHeading>
            <List label={suggestedTitle}>
              {suggested.map(({ slug, title }) => (
                <Row
                  key={slug}
                  icon={FileText}
                  title={title}
                  onPress={() => model.openArticle(slug)}
                />
              ))}
            </List>
          </section>
        )}
        {requests.length + unsent.length > 0 && (
          <OwnRequests unsent={unsent} tickets={requests} context={context} />
        )}
        {context.tenantConfig.remote.value?.news_at && <NewsRow context={context} />}
        {links.length > 0 && (
          <section>
            <SectionHeading>{t('home.links')}</SectionHeading>
            <Chips>
              {links.map((link) => (
                <Chip
                  key={link.url}
                  icon={iconByName(link.icon)}
                  label={linkLabel(link, context.i18n)}
                  href={link.url}
                  onPress={() => model.followLink(link)}
                />
              ))}
            </Chips>
          </section>
        )}
      </ScreenBody>
      <ScreenFooter>
        {context.tenantConfig.remote.value?.team && <TeamLine context={context} />}
        {context.integrations.isConnected.value && <StatusLine context={context} />}
        <Button variant="primary" size="large" onPress={model.contact}>
          {t('home.contact')}
        </Button>
      </ScreenFooter>
    </>
  );
}
