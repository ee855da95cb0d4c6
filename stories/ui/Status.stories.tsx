import type { Meta, StoryObj } from '@storybook/preact-vite';
import { expect } from 'storybook/test';
import { type DisplayState, displayStates } from '../../src/integrations/displayState.ts';
import { looks } from '../../src/integrations/stateLook.ts';
import { List } from '../../src/ui/List.tsx';
import { StatusGlyph, StatusPill, StatusWord } from '../../src/ui/StatusGlyph.tsx';
import { Tile } from '../../src/ui/Tile.tsx';
import { inHost } from '../find.ts';
import { Stack } from '../Stack.tsx';

const meta: Meta = { title: 'ui/Status' };
export default meta;

const words: Readonly<Record<DisplayState, string>> = {
  action_needed: 'Reconnect needed',
  down: 'Down',
  degraded: 'Degraded',
  maintenance: 'Maintenance',
  syncing: 'Syncing',
  ok: 'Working',
  off: 'Not connected',
  retired: 'Ending soon',
  unknown: 'Unknown',
};

/** Each of the nine states as a symbol, a pill and a word. The symbol is always beside its word. */
export const NineStates: StoryObj = {
  render: () => (
    <Stack>
      {displayStates.map((state) => {
        const [look, word] = [looks[state], words[state]];
        return (
          <div key={state} style="display:flex;align-items:center;gap:12px">
            <StatusGlyph {...look} size={14} />
            <StatusPill look={look}>{word}</StatusPill>
            <StatusWord look={look}>{word}</StatusWord>
          </div>
        );
      })}
    </Stack>
  ),
  async play({ canvasElement }) {
    await expect(inHost(canvasElement).getAllByText('Degraded')).toHaveLength(2);
    await expect(displayStates).toHaveLength(9);
  },
};

/** The first letter replaces a logo, in any script. */
export const Tiles: StoryObj = {
  render: () => (
    <List label="Systems">
      {['HubSpot', 'pipedrive', 'משרד', 'شركة', '会計'].map((name) => (
        <div key={name} style="display:flex;align-items:center;gap:12px;padding:8px 12px">
          <Tile name={name} />
          <bdi>{name}</bdi>
        </div>
      ))}
    </List>
  ),
};
