import type { OutboxModel } from './outbox.model.ts';
import type { LoadApi } from './ports.ts';
import type { RequestsModel } from './requests.model.ts';
import type { VisitorModel } from './visitor.model.ts';

/** Moves requests that a visitor wrote before signing in to their account. */
export interface Claims {
  /** Call it when the visitor changes, and at every opening, to retry an earlier failure. */
  claim(): void;
  /** Moves requests that were in flight and arrived under the previous id. */
  claimFrom(visitorId: string): void;
}

export function createClaims(
  api: LoadApi | null,
  visitor: VisitorModel,
  requests: RequestsModel,
  outbox: OutboxModel | null,
): Claims {
  async function move(from: string): Promise<void> {
    const client = await api?.();
    await client?.claimRequests({ body: { visitor_id: from } });
    visitor.forgetAnonymous(from);
    requests.load();
  }

  const begin = (from: string) => {
    move(from).catch(() => {}); // the previous id is kept, and claimed at the next opening
  };

  return {
    claim() {
      const from = api && visitor.anonymousId();
      if (!from) return;
      void outbox?.adopt();
      begin(from);
    },
    claimFrom(visitorId) {
      if (visitorId !== visitor.knownId()) begin(visitorId);
    },
  };
}
