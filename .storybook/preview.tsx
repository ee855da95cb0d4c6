import type { Preview } from '@storybook/preact-vite';
import { render } from 'preact';
import { configure } from 'storybook/test';
import { clearDevice } from '../stories/clearDevice.ts';
import { emulate, startEmulation } from '../stories/emulation.ts';
import { ShadowHost } from '../stories/ShadowHost.tsx';
import { globalTypes, initialGlobals, settingsOf, viewports } from '../stories/toolbar.ts';

// Ends a story that hangs. A busy machine does not reach it.
configure({ asyncUtilTimeout: 20_000 });
startEmulation();

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    layout: 'fullscreen',
    viewport: { options: viewports },
  },
  initialGlobals,
  globalTypes,
  // Storybook only removes the element. Rendering null first ends everything that a story started.
  beforeEach: async ({ canvasElement }) => {
    await clearDevice();
    return () => render(null, canvasElement);
  },
  decorators: [
    // A component is rendered in a shadow root. A widget creates its own.
    (Story, { globals, parameters, viewMode }) => {
      const settings = settingsOf(globals);
      emulate(settings);
      return parameters.ownRoot ? (
        <Story />
      ) : (
        <ShadowHost {...settings} filling={viewMode === 'story'}>
          <Story />
        </ShadowHost>
      );
    },
  ],
};

export default preview;
