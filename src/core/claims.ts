import type { OutboxModel } from './outbox.model.ts';
import type { LoadApi } from './ports.ts';
import type { RequestsModel } from './requests.model.ts';
import type { VisitorModel } from './visitor.model.ts';

/** Moves requests that a visitor wrote before they signed in to their account. */
export interface Claims {
  /** Call it when the visitor changes, and with every opening, to retry what failed before. */
  claim(): void;
  /** A request that was in flight at that time has arrived under the previous id. */
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
    move(from).catch(() => {}); // the id of before is kept, and claimed with the next opening
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
