import type { Meta, StoryObj } from '@storybook/preact-vite';
import { BookOpen, Inbox, Mail } from 'lucide';
import { expect, fn, userEvent } from 'storybook/test';
import { List, Row } from '../../src/ui/List.tsx';
import { RequestRow } from '../../src/ui/RequestRow.tsx';
import { Tag } from '../../src/ui/Tag.tsx';
import { inHost } from '../find.ts';

const press = fn();
const long =
  'Der Adressenimport aus der Kundenbeziehungsverwaltungssoftware bricht nach vierhundert Zeilen ab';

const meta: Meta<typeof List> = { title: 'ui/List', component: List };
export default meta;
type Story = StoryObj<typeof List>;

/** Rows that are not interactive. */
export const Rows: Story = {
  render: () => (
    <List>
      <Row icon={Mail} title="Your e-mail address" detail="ada@acme.example" />
      <Row icon={Inbox} title="We keep your request here" detail="Under Your requests" />
      <Row title="No icon and one line" />
    </List>
  ),
};

export const RowsToPress: Story = {
  render: () => (
    <List label="Articles">
      <Row icon={BookOpen} title="Warm up a new domain" onPress={press} />
      <Row icon={BookOpen} title="Import contacts" detail="Five minutes" onPress={press} />
    </List>
  ),
  async play({ canvasElement }) {
    press.mockClear();
    const list = inHost(canvasElement);
    await expect(list.getByRole('list', { name: 'Articles' })).toBeVisible();
    await userEvent.click(list.getByRole('button', { name: 'Warm up a new domain' }));
    await expect(press).toHaveBeenCalledOnce();
  },
};

export const Requests: Story = {
  render: () => (
    <List>
      <RequestRow
        subject="Import stops at row 400"
        excerpt="Since this morning every import of our contacts ends there without a message."
        time="12 min"
        number="PM-1042"
        tag={<Tag tone="blue">In progress</Tag>}
        onPress={press}
      />
      <RequestRow
        subject="A question about the invoice of March"
        excerpt="Thank you, that was it."
        time="3 Mar"
        number="PM-1017"
        tag={<Tag tone="green">Resolved</Tag>}
        onPress={press}
      />
    </List>
  ),
};
export const Dark: Story = { ...Requests, globals: { theme: 'dark' } };
export const RightToLeft: Story = { ...Requests, globals: { direction: 'rtl' } };
export const RowsDark: Story = { ...RowsToPress, globals: { theme: 'dark' } };
export const RowsRightToLeft: Story = { ...RowsToPress, globals: { direction: 'rtl' } };
/** Text that is too long for a row is truncated, and the row keeps its height. */
export const German: Story = {
  render: () => (
    <List>
      <Row icon={Mail} title={long} detail={long} onPress={press} />
      <RequestRow
        subject={long}
        excerpt={long}
        time="12 Min."
        number="PM-1042"
        tag={<Tag tone="amber">Wartet auf Ihre Rückmeldung</Tag>}
        onPress={press}
      />
    </List>
  ),
  globals: { viewport: { value: 'small' } },
};
