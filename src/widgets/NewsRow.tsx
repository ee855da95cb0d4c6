import '../i18n/locales/en/newsMark.ts';
import { Megaphone } from 'lucide';
import type { SupportContext } from '../core/context.ts';
import { hasUnreadNews } from '../core/news.ts';
import { dot } from '../ui/List.css.ts';
import { List, Row } from '../ui/List.tsx';

/** The way to What's new on the first screen, with its mark. Renders nothing without entries. */
export function NewsRow({ context }: { context: SupportContext }) {
  const { i18n, messenger } = context;
  const isUnread = hasUnreadNews(context);
  if (isUnread === undefined) return null;
  return (
    <List>
      <Row
        icon={Megaphone}
        title={i18n.t('news.title')}
        detail={isUnread ? i18n.t('news.unread') : undefined}
        action={isUnread && <span class={dot} />}
        onPress={() => messenger.navigate({ id: 'news' })}
      />
    </List>
  );
}
