import '../../i18n/locales/en/menu.ts';
import '../../i18n/locales/en/newsMark.ts';
import { Activity, CircleHelp, Megaphone, MessageCircle } from 'lucide';
import type { LinkCategory } from '../../contract/config.ts';
import { readableName } from '../../contract/readableName.ts';
import type { SupportContext } from '../../core/context.ts';
import { warn } from '../../core/debug.ts';
import { helpLinks } from '../../core/helpLinks.ts';
import { hasUnreadNews } from '../../core/news.ts';
import { linkLabel } from '../../i18n/linkLabel.ts';
import { Icon } from '../../ui/Icon.tsx';
import { iconByName } from '../../ui/iconByName.ts';
import { Menu, type MenuItem } from '../../ui/Menu.tsx';
import type { PlacedOptions } from '../define.ts';
import { summaryWords } from '../stateWords.ts';
import { useSteadyItems } from './useSteadyItems.ts';

export function renderHelpCenter(context: SupportContext, options: PlacedOptions) {
  return <HelpCenter context={context} options={options} />;
}

/** The help-center menu with links and ways to contact the team. */
function HelpCenter({ context, options }: { context: SupportContext; options: PlacedOptions }) {
  const { api, tenantConfig, i18n, integrations, track, messenger } = context;
  const { t } = i18n;
  const links = helpLinks(tenantConfig).map(
    ({ name, url, category, icon }): MenuItem => ({
      icon: iconByName(icon),
      name: linkLabel({ name }, i18n),
      detail: categoryWords(category, context),
      href: url,
      onSelect: () => track('support_link_click', { source: 'help_center', name, category }),
    }),
  );
  const model = integrations.model.value;
  const summary = model?.summary.value;
  const state: MenuItem[] =
    summary?.worst === undefined
      ? []
      : [
          {
            icon: Activity,
            name: t('status.title'),
            detail: summaryWords(summary, i18n),
            onSelect: () => messenger.open('status'),
          },
        ];
  const isUnread = hasUnreadNews(context);
  const news: MenuItem[] =
    isUnread === undefined
      ? []
      : [
          {
            icon: Megaphone,
            name: t('news.title'),
            onSelect: () => messenger.open('news'),
            ...(isUnread && { detail: t('news.unread'), hasMark: true }),
          },
        ];
  const contact: MenuItem = {
    icon: MessageCircle,
    name: t('help.contact'),
    onSelect: () => messenger.open('ticket'),
  };
  const isPending = (at = 'idle') => at === 'idle' || at === 'loading';
  const isComplete =
    !(api && isPending(tenantConfig.state.value.at)) &&
    !(integrations.isConnected.value && isPending(model?.state.value.at));
  const steady = useSteadyItems(
    [links, [...news, ...state, ...(options.hideContact ? [] : [contact])]],
    isComplete,
  );
  return (
    <Menu
      label={t('help.label')}
      groups={steady.groups}
      isPending={steady.isPending}
      trigger={options.trigger}
      triggerContent={
        <>
          <Icon of={CircleHelp} />
          {t('help.trigger')}
        </>
      }
      onIntent={tenantConfig.load}
      onOpen={() => {
        steady.onOpen();
        tenantConfig.load();
        readIntegrations(context);
        track('support_menu_open', { source: 'help_center' });
      }}
    />
  );
}

/**
 * Loads the integrations for the status line in the menu when it opens. It is not needed if another
 * widget already polls them.
 */
function readIntegrations({ integrations }: SupportContext): void {
  if (!integrations.isConnected.peek()) return;
  integrations.load().then(
    (model) => (model.state.peek().at === 'ready' ? undefined : model.refresh()),
    (cause) => warn('The integrations did not load.', cause),
  );
}

/** Returns the name of a category of links. That of the host is in words. */
function categoryWords(category: LinkCategory, { i18n }: SupportContext): string {
  return i18n.find(`link.${category}`) ?? readableName(category);
}
