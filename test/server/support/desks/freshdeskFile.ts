import { type DeskSettings, onlyOne, openDeskForFile } from './deskFile.ts';
import { startFreshdesk } from './freshdesk.ts';

/** Opens a database and a stand-in for Freshdesk, which all tests of a file use. */
export function openFreshdeskForFile() {
  const { fake: freshdesk, connect, connected } = openDeskForFile('freshdesk', startFreshdesk);
  const onlyTicket = () => onlyOne(freshdesk().tickets);
  return {
    freshdesk,
    onlyTicket,
    connect,
    connected: (settings?: DeskSettings) =>
      connected(() => freshdesk().webhook(onlyTicket().id), settings),
  };
}
