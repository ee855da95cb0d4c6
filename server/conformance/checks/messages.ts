import { listProactive } from '../../../src/contract/proactive.ts';
import { dataOf } from '../answer.ts';
import { type CheckGroup, expectSame, expectThat } from '../check.ts';

export const messages: CheckGroup = {
  name: 'proactive messages',
  checks: [
    {
      name: 'Proactive messages have a condition each, and different ids',
      advice: 'Return an empty list for an account without any.',
      async run(backend) {
        const found = dataOf(listProactive, await backend.call(listProactive));
        for (const { id, page, seconds, event, integration } of found.messages) {
          const conditions = [page, seconds, event, integration].filter((one) => one !== undefined);
          expectThat(conditions.length > 0, `a condition of ${id}`, 'none');
        }
        const ids = found.messages.map(({ id }) => id);
        expectSame(ids, [...new Set(ids)], 'ids, each once');
      },
    },
  ],
};
