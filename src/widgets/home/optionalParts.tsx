import { NewsRow } from '../NewsRow.tsx';
import { OwnRequests } from '../OwnRequests.tsx';
import { StatusLine } from '../StatusLine.tsx';
import { TeamLine } from '../TeamLine.tsx';
import type { HomeProps } from './Home.tsx';

/** The parts of the first screen that not every visitor has. */
export const optionalParts = {
  requests({ model: { requests, unsent }, context }: HomeProps) {
    return (
      requests.value.length + unsent.value.length > 0 && (
        <OwnRequests
          key={context.visitor.epoch.value}
          unsent={unsent.value}
          tickets={requests.value}
          context={context}
        />
      )
    );
  },
  news: NewsRow,
  team: TeamLine,
  status: StatusLine,
};
