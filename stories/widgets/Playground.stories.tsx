import type { Meta, StoryObj } from '@storybook/preact-vite';
import { useMemo } from 'preact/hooks';
import type { SupportConfig } from '../../src/config.ts';
import type { ScreenId } from '../../src/core/messenger.model.ts';
import { incident, integrations } from '../integrationSamples.ts';
import { Stage, type StageProps } from '../Stage.tsx';
import { articles, messages, tickets } from '../samples.ts';
import type { StandIn } from '../standInBackend.ts';
import { settingsOf } from '../toolbar.ts';
import { stage } from './stage.tsx';

type Options = Pick<SupportConfig, 'position' | 'launcher' | 'healthDot'> & {
  screen: Extract<ScreenId, 'home' | 'ticket' | 'search' | 'requests' | 'status'>;
  x: number;
  y: number;
  name: string;
  data: 'none' | 'some' | 'much';
  backend: 'working' | 'silent' | 'down' | 'missing';
  suggestions: boolean;
  incident: boolean;
};

/** Every option of the widget that changes its look, on a page with a real widget. */
const meta: Meta<Options> = {
  title: 'widgets/Playground',
  parameters: stage.parameters,
  // Its states are tested by the other stories.
  tags: ['!test'],
  args: {
    screen: 'home',
    position: 'end',
    launcher: true,
    healthDot: true,
    x: 24,
    y: 24,
    name: 'Ada Lovelace',
    data: 'some',
    backend: 'working',
    suggestions: true,
    incident: false,
  },
  argTypes: {
    screen: { control: 'select', options: ['home', 'ticket', 'search', 'requests', 'status'] },
    position: { control: 'inline-radio', options: ['end', 'start', 'left', 'right'] },
    x: { control: { type: 'range', min: 0, max: 120 } },
    y: { control: { type: 'range', min: 0, max: 120 } },
    data: { control: 'inline-radio', options: ['none', 'some', 'much'] },
    backend: { control: 'inline-radio', options: ['working', 'silent', 'down', 'missing'] },
  },
  render: (options, { globals }) => <Playground options={options} globals={globals} />,
};
export default meta;

export const AllOptions: StoryObj<Options> = {};

interface PlaygroundProps {
  options: Options;
  globals: Readonly<Record<string, unknown>>;
}

function Playground({ options, globals }: PlaygroundProps) {
  const props = useMemo((): Omit<StageProps, 'settings'> => {
    const { screen, position = 'end', launcher = true, healthDot = false, x, y, name } = options;
    return {
      backend: backendOf(options),
      knownVisitor: options.data !== 'none',
      config: {
        position,
        launcher,
        healthDot,
        offset: { x, y },
        user: name ? { id: 'ada', name, email: 'ada@acme.example' } : null,
        ...(options.suggestions && { suggestions: [{ page: '/*', articles: ['spf', 'warm-up'] }] }),
      },
      onStart: (support) => support.open(screen),
    };
  }, [JSON.stringify(options)]);
  return <Stage {...props} settings={settingsOf(globals)} />;
}

function backendOf({ backend, data, incident: hasIncident }: Options): StandIn | null {
  if (backend === 'missing') return null;
  if (backend === 'silent') return { silent: true };
  if (backend === 'down') return { fails: 'SERVICE_UNAVAILABLE' };
  const incidents = hasIncident ? [incident] : [];
  if (data === 'none') return { incidents };
  const many = Array.from({ length: 8 }, (_, at) =>
    tickets.map((ticket) => ({ ...ticket, id: `${ticket.id}-${at}` })),
  ).flat();
  return {
    tickets: data === 'much' ? many : tickets,
    messages,
    articles,
    popular: articles,
    integrations,
    incidents,
  };
}
