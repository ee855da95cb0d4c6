interface Layer {
  file: string;
  never: string[];
  may: string[];
}

/** Folders of the server, lowest first. Folders on one line are peers. */
const strata = [
  ['base'],
  ['db'],
  ['queue'],
  ['ask'],
  ['queries'],
  ['events'],
  ['desks'],
  ['providers'],
  ['attachments', 'connections', 'live', 'mail', 'kb', 'report'],
  ['jobs', 'http'],
  ['checker'],
  ['webhooks'],
  ['metrics', 'openapi', 'conformance'],
  ['routes'],
  ['start'],
];

/** A folder of the server can import from itself and from the layers below it. */
const serverLayers = strata.flatMap((peers, height) =>
  peers.map((folder): Layer => {
    const above = strata.slice(height + 1).flat();
    const fileIn = (other: string) => `../../${other}/a.ts`;
    return {
      file: `server/${folder}/inner/plant.ts`,
      never: [...above.map(fileIn), '../../../src/config.ts', 'preact'],
      may: ['./a.ts', '../a.ts', ...strata.slice(0, height).flat().map(fileIn)],
    };
  }),
);

/** Imports that a file in this place must not have, and those that it can have. */
export const layers: Layer[] = [
  ...serverLayers,
  {
    file: 'src/contract/plant.ts',
    never: ['../core/ports.ts', '../brand.ts', 'preact', 'zod'],
    may: ['zod/mini', './ticket.ts'],
  },
  {
    file: 'src/relevance/plant.ts',
    never: ['../contract/article.ts', '../core/ports.ts', 'zod/mini'],
    may: ['./tokens.ts'],
  },
  {
    file: 'src/errors.ts',
    never: ['./core/ports.ts', './config.ts', 'zod/mini'],
    may: ['./contract/envelope.ts'],
  },
  {
    file: 'src/core/plant.ts',
    never: ['../client/api.ts', '../createSupport.ts', '../ui/Button.tsx', 'preact/hooks', 'react'],
    may: ['../i18n/translator.ts', '../errors.ts', '../contract/ticket.ts', '@preact/signals-core'],
  },
  {
    file: 'src/i18n/locales/plant.ts',
    never: ['../../shell/shell.ts', '../../widgets/placed.ts', 'preact'],
    may: ['./en.ts', '../../brand.ts'],
  },
  { file: 'src/analytics/plant.ts', never: ['posthog-js', '@preact/signals'], may: ['./track.ts'] },
  {
    file: 'src/analytics/posthog.ts',
    never: ['preact', '../client/api.ts'],
    may: ['posthog-js/dist/module.slim.no-external.js'],
  },
  {
    file: 'src/integrations/plant.ts',
    never: ['../widgets/placed.ts', '../shell/shell.ts', 'posthog-js'],
    may: ['../core/ports.ts', '../contract/limits.ts'],
  },
  {
    file: 'src/client/plant.ts',
    never: ['../core/context.ts', '../integrations/mailto.ts', '../config.ts', '@preact/signals'],
    may: ['../core/ports.ts', '../contract/ticket.ts', '../errors.ts', './retry.ts'],
  },
  {
    file: 'src/ui/plant.ts',
    never: ['../brand.ts', '../i18n/translator.ts', '../contract/ticket.ts', 'zod/mini'],
    may: ['./theme/contract.css.ts', 'preact/hooks', '@preact/signals', '@floating-ui/dom'],
  },
  {
    file: 'src/ui/theme/plant.ts',
    never: ['../../core/ports.ts', '../../errors.ts'],
    may: ['../stylesheets.ts', '@vanilla-extract/css'],
  },
  {
    file: 'src/widgets/plant.ts',
    never: ['../client/api.ts', '../config.ts', 'posthog-js'],
    may: ['./home/index.ts', '../core/context.ts'],
  },
  {
    file: 'src/widgets/home/plant.ts',
    never: ['../ticket/index.ts', '../notYet/NotYet.tsx', '../index.ts', '../../shell/shell.ts'],
    may: ['../define.ts', '../../ui/Button.tsx', '../../contract/config.ts', './home.model.ts'],
  },
  {
    file: 'src/widgets/requests/plant.ts',
    never: [
      '../../client/api.ts',
      '../../createSupport.ts',
      '../../config.ts',
      'posthog-js',
      'zod',
    ],
    may: ['../../i18n/translator.ts', '../../integrations/mailto.ts', '../../errors.ts'],
  },
  {
    file: 'src/shell/plant.ts',
    never: ['../client/api.ts', '../widgets/home/index.ts', '../react/index.tsx', '../config.ts'],
    may: ['../widgets/screens.ts', '../core/context.ts', '../contract/config.ts'],
  },
  {
    file: 'src/createSupport.ts',
    never: ['./react/index.tsx', './elements/index.ts', './embed/app.ts', '../server/index.ts'],
    may: ['./client/loadClient.ts', './shell/shell.ts'],
  },
  {
    file: 'src/app/plant.ts',
    never: [
      '../react/index.tsx',
      '../elements/index.ts',
      '../embed/app.ts',
      '../../server/index.ts',
    ],
    may: ['../client/loadClient.ts', '../shell/shell.ts'],
  },
  {
    file: 'src/react/plant.ts',
    never: ['../core/context.ts', '../shell/shell.ts', 'preact'],
    may: ['../index.ts', 'react'],
  },
  {
    file: 'src/elements/plant.ts',
    never: ['../contract/ticket.ts', '../widgets/placed.ts', '@preact/signals'],
    may: ['../index.ts', '../brand.ts'],
  },
  {
    file: 'src/embed/plant.ts',
    never: ['../core/context.ts', '../shell/shell.ts', '../client/api.ts'],
    may: ['../shell/launcher.ts', '../createSupport.ts', '../elements/index.ts'],
  },
  {
    file: 'server/routes/plant.ts',
    never: [
      '../../src/config.ts',
      '../../src/core/ports.ts',
      '../../src/integrations/mailto.ts',
      '../../demo/server/site.ts',
      'preact',
    ],
    may: [
      '../../src/contract/ticket.ts',
      '../../src/relevance/tokens.ts',
      '../../src/integrations/health.ts',
      '../../src/errors.ts',
      '../http/envelope.ts',
      'hono',
    ],
  },
  { file: 'stories/plant.ts', never: ['../server/index.ts'], may: ['../src/ui/Button.tsx'] },
  {
    file: 'desk/views/plant.ts',
    never: ['../../server/index.ts', '../../src/core/context.ts', '../../src/shell/Panel.tsx'],
    may: [
      '../../src/contract/agent.ts',
      '../../src/ui/Button.tsx',
      '../../src/i18n/ago.ts',
      '../../src/widgets/conversation/MessageText.tsx',
      '../../src/client/eventReader.ts',
    ],
  },
  {
    file: 'demo/plant.ts',
    never: ['../server/start/app.ts', '../src/core/context.ts'],
    may: ['../src/commands.ts', '../server/index.ts'],
  },
];
