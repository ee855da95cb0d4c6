import { randomBytes } from 'node:crypto';
import { rotateIdentity } from '../../src/contract/adminIdentity.ts';
import { noInput, route } from '../http/route.ts';
import { replaceIdentitySecrets } from '../queries/identitySecrets.ts';

export const rotateIdentityRoute = route(
  { ...noInput, ...rotateIdentity },
  async ({ trx, body: { overlap_hours }, note }) => {
    const secret = randomBytes(32).toString('base64url');
    const until = await replaceIdentitySecrets(trx, secret, overlap_hours);
    note({ after: { overlap_hours } });
    return { secret, old_valid_until: until?.toISOString() ?? null };
  },
);
