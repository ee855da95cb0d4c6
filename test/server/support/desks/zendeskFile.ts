import { type DeskSettings, onlyOne, openDeskForFile } from './deskFile.ts';
import { startZendesk } from './zendesk.ts';

/** Opens a database and a stand-in for Zendesk, which all tests of a file use. */
export function openZendeskForFile() {
  const { fake: zendesk, database, connect, connected } = openDeskForFile('zendesk', startZendesk);
  const onlyTicket = () => onlyOne(zendesk().tickets);
  return {
    database,
    zendesk,
    onlyTicket,
    connect,
    async connected(settings?: DeskSettings) {
      const opened = await connected(() => zendesk().webhook(onlyTicket().id), settings);
      const { id: theirs, requester_id: ada } = onlyTicket();
      /** The texts of all comments in Zendesk. */
      const said = () =>
        zendesk()
          .comments(theirs)
          .map(([, , body]) => body);
      return { ...opened, theirs, ada, said };
    },
  };
}
