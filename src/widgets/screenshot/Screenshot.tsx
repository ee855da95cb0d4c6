import '../../i18n/locales/en/screenshot.ts';
import { useSignal } from '@preact/signals';
import {
  CameraOff,
  MoveUpRight,
  Plus,
  RotateCw,
  Scan,
  Square,
  Undo2,
  ZoomIn,
  ZoomOut,
} from 'lucide';
import type { SupportContext } from '../../core/context.ts';
import type { I18n } from '../../i18n/translator.ts';
import { Button } from '../../ui/Button.tsx';
import { CenterState } from '../../ui/CenterState.tsx';
import { Icon } from '../../ui/Icon.tsx';
import * as screen from '../../ui/Screen.css.ts';
import { ScreenBody, ScreenFooter } from '../../ui/Screen.tsx';
import type { MountedScreen } from '../define.ts';
import { Editor } from './Editor.tsx';
import * as css from './Screenshot.css.ts';
import { createScreenshotModel, type ScreenshotModel } from './screenshot.model.ts';

export function createScreenshot(context: SupportContext): MountedScreen {
  const model = createScreenshotModel(context);
  return {
    render: () => <Screenshot model={model} i18n={context.i18n} />,
    dispose: model.dispose,
  };
}

interface ScreenshotProps {
  model: ScreenshotModel;
  i18n: I18n;
}

function Screenshot({ model, i18n }: ScreenshotProps) {
  const status = model.status.value;
  switch (status.at) {
    case 'editing':
      return <Editing picture={status.picture} model={model} i18n={i18n} />;
    case 'denied':
    case 'failed':
      return <Failed at={status.at} model={model} i18n={i18n} />;
    default:
      return <Ready busy={status.at !== 'ready'} model={model} i18n={i18n} />;
  }
}

function Ready({ busy, model, i18n: { t } }: ScreenshotProps & { busy: boolean }) {
  return (
    <>
      <ScreenBody>
        <CenterState tone="blue" icon={Scan} title={t('screenshot.heading')}>
          {t('screenshot.explain')}
        </CenterState>
      </ScreenBody>
      <ScreenFooter>
        <Button
          variant="primary"
          size="large"
          busy={busy}
          onPress={() => void model.take(model.canShareScreen ? 'screen' : 'page')}
        >
          {t('screenshot.take')}
        </Button>
      </ScreenFooter>
    </>
  );
}

function Failed({ at, model, i18n: { t } }: ScreenshotProps & { at: 'denied' | 'failed' }) {
  return (
    <ScreenBody>
      <CenterState
        tone="amber"
        icon={CameraOff}
        title={t(`screenshot.${at}`)}
        actions={
          <>
            {model.canShareScreen && (
              <Button icon={RotateCw} onPress={() => void model.take('screen')}>
                {t('screenshot.again')}
              </Button>
            )}
            {at === 'denied' && (
              <Button icon={Scan} onPress={() => void model.take('page')}>
                {t('screenshot.draw')}
              </Button>
            )}
          </>
        }
      >
        {t('screenshot.otherWay')}
      </CenterState>
    </ScreenBody>
  );
}

/** Two tools for the pointer, of which one is chosen. */
function Tools({ model, i18n: { t } }: ScreenshotProps) {
  const tools = [
    ['box', Square],
    ['arrow', MoveUpRight],
  ] as const;
  return (
    <fieldset class={css.tools} aria-label={t('screenshot.tools')}>
      {tools.map(([tool, icon]) => (
        <button
          key={tool}
          type="button"
          class={css.tool}
          aria-pressed={model.tool.value === tool}
          onClick={() => model.choose(tool)}
        >
          <Icon of={icon} size={14} />
          {t(`screenshot.tool.${tool}`)}
        </button>
      ))}
    </fieldset>
  );
}

function Editing({ picture, model, i18n }: ScreenshotProps & { picture: HTMLCanvasElement }) {
  const { t } = i18n;
  const isWhole = useSignal(false);
  return (
    <>
      <ScreenBody>
        <p class={screen.small}>{t('screenshot.hint')}</p>
        <div class={css.stage}>
          <Editor {...{ picture, model, i18n }} isWhole={isWhole.value} />
        </div>
        <div class={css.row}>
          <Tools model={model} i18n={i18n} />
          <Button size="small" icon={Plus} onPress={() => model.addBox()}>
            {t(model.tool.value === 'box' ? 'screenshot.addBox' : 'screenshot.addArrow')}
          </Button>
          <Button
            size="small"
            icon={Undo2}
            busy={!model.canUndo.value}
            onPress={() => model.undo()}
          >
            {t('screenshot.undo')}
          </Button>
          <span class={css.zoom}>
            <Button
              size="small"
              icon={isWhole.value ? ZoomOut : ZoomIn}
              onPress={() => {
                isWhole.value = !isWhole.value;
              }}
            >
              {t(isWhole.value ? 'screenshot.fit' : 'screenshot.zoom')}
            </Button>
          </span>
          <Button size="small" icon={RotateCw} onPress={model.startAgain}>
            {t('screenshot.again')}
          </Button>
        </div>
        <p class={screen.small}>{t('screenshot.keys')}</p>
      </ScreenBody>
      <ScreenFooter>
        <Button variant="primary" size="large" onPress={() => void model.use()}>
          {t('screenshot.use')}
        </Button>
      </ScreenFooter>
    </>
  );
}
