import { othersInWords, type PresenceModel } from '../model/presence.model.ts';
import * as css from './inbox.css.ts';

interface OthersProps {
  ticketId: string;
  presence: PresenceModel;
}

/** Shows which other agents have the request open. */
export function Others({ ticketId, presence }: OthersProps) {
  const words = othersInWords(presence.othersAt(ticketId));
  return (
    <div role="status" class={words === undefined ? undefined : css.others}>
      {words}
    </div>
  );
}
