import { MessageCircle } from 'lucide';
import type { SupportContext } from '../../core/context.ts';
import { Button } from '../../ui/Button.tsx';

export function renderSupportButton(context: SupportContext) {
  return <SupportButton context={context} />;
}

/** A button in the page that opens the panel. */
function SupportButton({ context }: { context: SupportContext }) {
  const { i18n, messenger, track, visitor } = context;
  return (
    <Button
      icon={MessageCircle}
      onPress={() => {
        track('support_button_click', {
          source: 'placed_button',
          user_id: visitor.user().id ?? null,
          tenant_id: visitor.tenant().id ?? null,
        });
        messenger.open();
      }}
    >
      {i18n.t('home.contact')}
    </Button>
  );
}
