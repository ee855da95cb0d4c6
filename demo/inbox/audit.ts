import { type AuditEntry, adminEndpoints } from '../../src/contract/index.ts';
import { callAgentApi, openSession } from './agentApi.ts';
import { attempt } from './attempt.ts';
import { element, make } from './make.ts';

const session = await openSession();
const entries = element('#entries');
const older = element('#older');
const action = element<HTMLInputElement>('#action');
let cursor: string | null = null;

/** Shows the newest entries, or with a cursor those after it. */
async function show(from: string | null): Promise<void> {
  const beginning = action.value.trim();
  const query = { ...(beginning && { action: beginning }), ...(from !== null && { cursor: from }) };
  const page = await callAgentApi(session, adminEndpoints.listAudit, { query });
  if (from === null) entries.replaceChildren();
  entries.append(...page.entries.map(drawEntry));
  cursor = page.next_cursor;
  older.hidden = cursor === null;
  element('#none').hidden = entries.childElementCount > 0;
}

function drawEntry({ at, actor, actor_name, action, target, before, after }: AuditEntry) {
  const values = [before, after].flatMap((one) => (one === null ? [] : [JSON.stringify(one)]));
  const cells = [
    new Date(at).toLocaleString(),
    actor_name ? `${actor_name} (${actor})` : actor,
    action,
    target ?? '',
    values.join(' → '),
  ];
  return make('tr', {}, ...cells.map((cell) => make('td', { dir: 'auto' }, cell)));
}

element<HTMLAnchorElement>('#inbox').search = location.search;
older.onclick = () => void attempt(() => show(cursor));
element('#filter').onsubmit = (event) => {
  event.preventDefault();
  void attempt(() => show(null));
};
void attempt(() => show(null));
