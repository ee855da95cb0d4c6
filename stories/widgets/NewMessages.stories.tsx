import { useSignal } from '@preact/signals';
import type { Meta, StoryObj } from '@storybook/preact-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../../src/i18n/locales/en/conversation.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { Button } from '../../src/ui/Button.tsx';
import { MessageRow } from '../../src/ui/MessageRow.tsx';
import { ScreenBody } from '../../src/ui/Screen.tsx';
import { ConversationEnd } from '../../src/widgets/conversation/ConversationEnd.tsx';
import { expectFocus, inHost } from '../find.ts';
import { dark, rightToLeft } from './stage.tsx';

/** A visitor at earlier messages stays there, and a button leads to the new one. */
const meta: Meta = {
  title: 'widgets/New messages',
  render: () => <Reading />,
};
export default meta;

const i18n = createTranslator();

function Reading() {
  const count = useSignal(8);
  const ids = [...new Array(count.value).keys()].map((index) => `${index + 1}`);
  return (
    <>
      <div style="display: flex; flex-direction: column; height: 260px; overflow: hidden">
        <ScreenBody>
          <div role="log" tabIndex={-1} aria-label="Request">
            {ids.map((id) => (
              <MessageRow
                key={id}
                name="Marta Klein"
                person="Marta Klein"
                role={i18n.t('conversation.support')}
                time={`9:0${id} AM`}
                body={id}
                draw={(text) => <p>{`This is message ${text}.`}</p>}
                files={[]}
              />
            ))}
          </div>
          <ConversationEnd first="1" last={ids.at(-1)} isOwn={false} i18n={i18n} />
        </ScreenBody>
      </div>
      <Button onPress={() => count.value++}>Receive a message</Button>
    </>
  );
}

export const WhileReading: StoryObj = {
  async play({ canvasElement }) {
    const host = inHost(canvasElement);
    const log = host.getByRole('log');
    const scroller = log.parentElement ?? log;
    await waitFor(() => expect(scroller.scrollTop).toBeGreaterThan(0));
    scroller.scrollTop = 0;
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    await userEvent.click(host.getByRole('button', { name: 'Receive a message' }));
    const button = await host.findByRole('button', { name: 'New messages' });
    await expect(scroller.scrollTop).toBe(0);
    await userEvent.click(button);
    await expectFocus(log);
    await expect(scroller.scrollTop).toBeGreaterThan(0);
  },
};

export const Dark: StoryObj = { ...WhileReading, ...dark };
export const RightToLeft: StoryObj = { ...WhileReading, ...rightToLeft };
