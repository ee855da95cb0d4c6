import { CircleHelp, MessageCircle } from 'lucide';
import type { LinkCategory } from '../../contract/config.ts';
import type { SupportContext } from '../../core/context.ts';
import { Icon } from '../../ui/Icon.tsx';
import { iconByName } from '../../ui/iconByName.ts';
import { Menu, type MenuItem } from '../../ui/Menu.tsx';
import type { PlacedOptions } from '../define.ts';

export function renderHelpCenter(context: SupportContext, options: PlacedOptions) {
  return <HelpCenter context={context} options={options} />;
}

/** The help-center dropdown: links, and the way to the team. */
function HelpCenter({ context, options }: { context: SupportContext; options: PlacedOptions }) {
  const { tenantConfig, i18n, track, messenger } = context;
  const { t } = i18n;
  const links = tenantConfig.links.value.map(
    ({ name, url, category, icon }): MenuItem => ({
      icon: iconByName(icon),
      name,
      detail: categoryWords(category, context),
      href: url,
      onSelect: () => track('support_link_click', { source: 'help_center', name, category }),
    }),
  );
  const contact: MenuItem = {
    icon: MessageCircle,
    name: t('help.contact'),
    onSelect: () => messenger.open('ticket'),
  };
  return (
    <Menu
      label={t('help.label')}
      groups={[links, options.hideContact ? [] : [contact]]}
      trigger={options.trigger}
      triggerContent={
        <>
          <Icon of={CircleHelp} />
          {t('help.trigger')}
        </>
      }
      onOpen={() => {
        tenantConfig.load();
        track('support_menu_open', { source: 'help_center' });
      }}
    />
  );
}

/** A category of the host's own is shown as it is named: capitalised, `-` as a space. */
function categoryWords(category: LinkCategory, { i18n }: SupportContext): string {
  const key = `link.${category}`;
  const words = category.replaceAll('-', ' ');
  return i18n.has(key) ? i18n.t(key) : words.charAt(0).toUpperCase() + words.slice(1);
}
