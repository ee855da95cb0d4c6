import { type DeskSettings, onlyOne, openDeskForFile } from './deskFile.ts';
import { startIntercom } from './intercom.ts';

/** Opens a database and a stand-in for Intercom, which all tests of a file use. */
export function openIntercomForFile() {
  const { fake: intercom, connect, connected } = openDeskForFile('intercom', startIntercom);
  const onlyConversation = () => onlyOne(intercom().conversations);
  return {
    intercom,
    onlyConversation,
    connect,
    connected: (settings?: DeskSettings) =>
      connected(() => intercom().webhook(onlyConversation().id), settings),
  };
}
