import { erasePerson as eraseEndpoint, exportPerson } from '../../src/contract/privacy.ts';
import { noInput, route } from '../http/route.ts';
import { erasePerson, readPerson } from '../queries/people.ts';

export const exportPersonRoute = route(
  { ...noInput, ...exportPerson },
  async ({ trx, caller, body, links }) => {
    const found = await readPerson(trx, caller.tenantId, body);
    const attachments = found.attachments.map((file) => ({
      ...file,
      url: links.to(String(file.id)),
    }));
    return { generated_at: new Date().toISOString(), ...found, attachments };
  },
);

export const erasePersonRoute = route({ ...noInput, ...eraseEndpoint }, ({ trx, caller, body }) =>
  erasePerson(trx, caller.tenantId, body),
);
