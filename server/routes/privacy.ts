import {
  erasePerson as eraseEndpoint,
  exportPerson,
  type PersonKey,
} from '../../src/contract/privacy.ts';
import { noInput, route } from '../http/route.ts';
import { erasePerson, readPerson } from '../queries/people.ts';

export const exportPersonRoute = route(
  { ...noInput, ...exportPerson },
  async ({ trx, caller, body, links, note }) => {
    const found = await readPerson(trx, caller.tenantId, body);
    const attachments = found.attachments.map((file) => ({
      ...file,
      url: links.to(String(file.id)),
    }));
    note({ after: { ...sought(body), requests: found.tickets.length } });
    return { generated_at: new Date().toISOString(), ...found, attachments };
  },
);

export const erasePersonRoute = route(
  { ...noInput, ...eraseEndpoint },
  async ({ trx, caller, body, note }) => {
    const erased = await erasePerson(trx, caller.tenantId, body);
    note({ after: { ...sought(body), deleted: erased.deleted } });
    return erased;
  },
);

/**
 * Returns which kinds of identifiers were used, but not their values, because the log outlives the
 * person's data.
 */
function sought(key: PersonKey) {
  return { identified_by: Object.keys(key).join() };
}
