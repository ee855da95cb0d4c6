import type { SupportContext } from '../../core/context.ts';
import { ScreenBody } from '../../ui/Screen.tsx';
import type { MountedScreen } from '../define.ts';

export function createTips({ i18n }: SupportContext): MountedScreen {
  return {
    render: () => <ScreenBody>{i18n.t('tips.title')}</ScreenBody>,
    dispose() {},
  };
}
