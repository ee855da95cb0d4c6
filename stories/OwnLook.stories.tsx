import type { Meta, StoryObj } from '@storybook/preact-vite';
import { Button } from '../src/ui/Button.tsx';
import { Chip, Chips } from '../src/ui/Chip.tsx';
import { iconByName } from '../src/ui/iconByName.ts';
import { Notice } from '../src/ui/Notice.tsx';
import { tone } from '../src/ui/status.css.ts';
import { TextField } from '../src/ui/TextField.tsx';
import { Stack } from './Stack.tsx';

interface Look {
  accent: string;
  onAccent: string;
  surface: string;
  text: string;
  radius: number;
}

const nothing = () => {};

/** Lets tokens be changed with controls, like a page with its own colors would set them. */
const meta: Meta<Look> = {
  title: 'Own look',
  args: { accent: '#7a2e8e', onAccent: '#ffffff', surface: '#ffffff', text: '#201726', radius: 2 },
  argTypes: {
    accent: { control: 'color' },
    onAccent: { control: 'color' },
    surface: { control: 'color' },
    text: { control: 'color' },
    radius: { control: { type: 'range', min: 0, max: 20 } },
  },
  render: ({ accent, onAccent, surface, text, radius }) => (
    <div
      style={{
        '--penguin-accent': accent,
        '--penguin-accent-hover': accent,
        '--penguin-accent-active': accent,
        '--penguin-focus': accent,
        '--penguin-on-accent': onAccent,
        '--penguin-surface': surface,
        '--penguin-text': text,
        '--penguin-radius-control': `${radius}px`,
        padding: '16px',
        background: surface,
        color: text,
      }}
    >
      <Stack>
        <Notice tone={tone.amber} title="Answers take longer today." />
        <TextField id="subject" label="Subject" value="Import stops" onInput={nothing} />
        <Chips>
          <Chip
            icon={iconByName('BookOpenIcon')}
            label="Knowledge Base"
            href="#"
            onPress={nothing}
          />
        </Chips>
        <Button variant="primary" size="large">
          Send request
        </Button>
      </Stack>
    </div>
  ),
};
export default meta;

export const OwnLook: StoryObj<Look> = {};
