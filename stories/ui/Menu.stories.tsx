import type { Meta, StoryObj } from '@storybook/preact-vite';
import { BookOpen, CircleHelp, CirclePlay, LifeBuoy, MessageCircle, SquareLibrary } from 'lucide';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import { Icon } from '../../src/ui/Icon.tsx';
import { Menu, type MenuItem } from '../../src/ui/Menu.tsx';
import { expectFocus, inHost } from '../find.ts';

const select = fn();
const link = (icon: MenuItem['icon'], name: string, detail: string): MenuItem => ({
  icon,
  name,
  detail,
  href: '#',
  onSelect: select,
});

const meta: Meta<typeof Menu> = {
  title: 'ui/Menu',
  component: Menu,
  args: {
    label: 'Help & Support',
    groups: [
      [
        link(BookOpen, 'Knowledge Base', 'Self-service'),
        link(LifeBuoy, 'Support', 'Contact'),
        link(CirclePlay, 'Video Tutorials', 'Learning'),
        link(SquareLibrary, 'Glossary', 'Reference'),
      ],
      [{ icon: MessageCircle, name: 'Contact support', onSelect: select }],
    ],
    triggerContent: 'Help',
    onOpen: fn(),
  },
  render: ({ triggerContent, ...args }) => (
    <Menu
      {...args}
      triggerContent={
        <>
          <Icon of={CircleHelp} />
          {triggerContent}
        </>
      }
    />
  ),
};
export default meta;
type Story = StoryObj<typeof Menu>;

/** Returns the trigger, which has its menu attributes once it listens. */
function readyTrigger(canvasElement: HTMLElement, name = 'Help') {
  return inHost(canvasElement).findByRole('button', { name, expanded: false });
}

async function open(canvasElement: HTMLElement, name = 'Help') {
  const find = inHost(canvasElement);
  const trigger = await readyTrigger(canvasElement, name);
  await userEvent.click(trigger);
  await find.findByRole('menu');
  return { find, trigger, item: (word: RegExp) => find.getByRole('menuitem', { name: word }) };
}

export const Closed: Story = {
  async play({ canvasElement }) {
    await expect(inHost(canvasElement).queryByRole('menu')).toBeNull();
  },
};

export const Open: Story = {
  async play({ canvasElement, args }) {
    const { item } = await open(canvasElement);
    await expect(args.onOpen).toHaveBeenCalledOnce();
    await expectFocus(item(/Knowledge Base/));
  },
};

export const ByArrowKeys: Story = {
  async play({ canvasElement }) {
    const { item } = await open(canvasElement);
    await userEvent.keyboard('{ArrowDown}');
    await expectFocus(item(/^Support/));
    await userEvent.keyboard('{End}');
    await expectFocus(item(/Contact support/));
    await userEvent.keyboard('{ArrowDown}');
    await expectFocus(item(/Knowledge Base/));
    await userEvent.keyboard('{ArrowUp}');
    await expectFocus(item(/Contact support/));
    await userEvent.keyboard('{Home}');
    await expectFocus(item(/Knowledge Base/));
  },
};

export const ByArrowUp: Story = {
  async play({ canvasElement }) {
    const find = inHost(canvasElement);
    (await readyTrigger(canvasElement)).focus();
    await userEvent.keyboard('{ArrowUp}');
    await expectFocus(await find.findByRole('menuitem', { name: /Contact support/ }));
  },
};

export const ByLetters: Story = {
  async play({ canvasElement }) {
    const { item } = await open(canvasElement);
    await userEvent.keyboard('g');
    await expectFocus(item(/Glossary/));
  },
};

export const EscapeReturns: Story = {
  async play({ canvasElement }) {
    const { find, trigger } = await open(canvasElement);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(find.queryByRole('menu')).toBeNull());
    await expectFocus(trigger);
    await waitFor(() => expect(trigger).toHaveAttribute('aria-expanded', 'false'));
  },
};

export const PressedOutside: Story = {
  async play({ canvasElement }) {
    const { find } = await open(canvasElement);
    await userEvent.click(canvasElement);
    await waitFor(() => expect(find.queryByRole('menu')).toBeNull());
  },
};

export const Chosen: Story = {
  async play({ canvasElement }) {
    select.mockClear();
    const { find, item } = await open(canvasElement);
    await userEvent.click(item(/Contact support/));
    await expect(select).toHaveBeenCalledOnce();
    await waitFor(() => expect(find.queryByRole('menu')).toBeNull());
  },
};

export const Dark: Story = { ...Open, globals: { theme: 'dark' } };
export const RightToLeft: Story = { ...Open, globals: { direction: 'rtl' } };
export const Phone: Story = { ...Open, globals: { viewport: { value: 'phone' } } };
export const German: Story = {
  args: {
    label: 'Hilfe und Unterstützung',
    triggerContent: 'Hilfe',
    groups: [
      [
        link(BookOpen, 'Wissensdatenbank und Begriffserklärungen', 'Selbstständige Problemlösung'),
        link(
          LifeBuoy,
          'Kundenbetreuungsmitarbeiterin erreichen',
          'Geschäftszeitenabhängig verfügbar',
        ),
      ],
    ],
  },
  globals: { viewport: { value: 'small' } },
  async play({ canvasElement }) {
    await open(canvasElement, 'Hilfe');
  },
};
