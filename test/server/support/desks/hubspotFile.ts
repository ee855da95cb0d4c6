import { type DeskSettings, onlyOne, openDeskForFile } from './deskFile.ts';
import { startHubspot } from './hubspot.ts';

/** The event of a new note or e-mail of a ticket. */
export const activityAdded = (ticketId: string, eventId: number) => ({
  eventId,
  subscriptionType: 'object.associationChange',
  fromObjectId: Number(ticketId),
  fromObjectTypeId: '0-5',
  toObjectId: eventId,
  toObjectTypeId: '0-46',
});

/** Opens a database and a stand-in for HubSpot, which all tests of a file use. */
export function openHubspotForFile() {
  const { fake: hubspot, connect, connected } = openDeskForFile('hubspot', startHubspot);
  const onlyTicket = () => onlyOne(hubspot().listOf('tickets'));
  let eventId = 100;
  return {
    hubspot,
    onlyTicket,
    connect,
    connected: (settings?: DeskSettings) =>
      connected(
        (_id, integrationId) =>
          hubspot().webhook(integrationId, [activityAdded(onlyTicket().id, eventId++)]),
        settings,
      ),
  };
}
