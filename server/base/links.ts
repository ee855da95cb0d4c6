import { createHmac, timingSafeEqual } from 'node:crypto';
import { attachmentPath } from '../../src/contract/attachment.ts';

/** Signed addresses of files. They are valid for an hour, for everyone who has them. */
export interface AttachmentLinks {
  /** Returns an address relative to the base URL. */
  to(id: string): string;
  check(id: string, expires: string, signature: string): 'good' | 'expired' | 'wrong';
}

const lifetimeSeconds = 3_600;

export function createLinks(secret: string, now = Date.now): AttachmentLinks {
  const sign = (id: string, expires: string) =>
    createHmac('sha256', secret).update(`attachment\n${id}\n${expires}`).digest();
  return {
    to(id) {
      const expires = String(Math.floor(now() / 1_000) + lifetimeSeconds);
      const signature = sign(id, expires).toString('base64url');
      return `${attachmentPath.replace('{id}', id)}?expires=${expires}&signature=${signature}`;
    },
    check(id, expires, signature) {
      const [ours, theirs] = [sign(id, expires), Buffer.from(signature, 'base64url')];
      if (ours.length !== theirs.length || !timingSafeEqual(ours, theirs)) return 'wrong';
      return Number(expires) * 1_000 > now() ? 'good' : 'expired';
    },
  };
}
