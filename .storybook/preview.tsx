import type { Preview } from '@storybook/preact-vite';
import { render } from 'preact';
import { configure } from 'storybook/test';
import { clearDevice } from '../stories/clearDevice.ts';
import { directionOf, ShadowHost, themeOf } from '../stories/ShadowHost.tsx';

// Ends a story that hangs. A busy machine does not reach it.
configure({ asyncUtilTimeout: 20_000 });

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    layout: 'fullscreen',
    viewport: {
      options: {
        phone: { name: 'Phone', styles: { width: '390px', height: '844px' }, type: 'mobile' },
        small: { name: 'Small phone', styles: { width: '320px', height: '568px' }, type: 'mobile' },
      },
    },
  },
  initialGlobals: { theme: 'light', direction: 'ltr' },
  globalTypes: {
    theme: {
      description: 'Colours',
      toolbar: { title: 'Theme', icon: 'contrast', items: ['light', 'dark'], dynamicTitle: true },
    },
    direction: {
      description: 'Writing direction',
      toolbar: {
        title: 'Direction',
        icon: 'transfer',
        items: ['ltr', 'rtl'],
        dynamicTitle: true,
      },
    },
  },
  // Storybook only removes the element. Rendering null first ends everything that a story started.
  beforeEach: async ({ canvasElement }) => {
    await clearDevice();
    return () => render(null, canvasElement);
  },
  decorators: [
    // A component is rendered in a shadow root. A widget creates its own.
    (Story, { globals, parameters, viewMode }) =>
      parameters.ownRoot ? (
        <Story />
      ) : (
        <ShadowHost
          theme={themeOf(globals)}
          direction={directionOf(globals)}
          filling={viewMode === 'story'}
        >
          <Story />
        </ShadowHost>
      ),
  ],
};

export default preview;
