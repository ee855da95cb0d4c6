import { element } from './parts/make.ts';
import { command, loadWidget } from './parts/widget.ts';
import { type DemoPerson, people, publishableKeys } from './people.ts';

// The provider redirects back without the query of this page.
const customerId = new URLSearchParams(location.search).get('as');
const id = customerId ?? localStorage.getItem('demo-person');
localStorage.setItem('demo-person', id ?? '');
const person = people.find((one) => one.id === id);
const account: DemoPerson['account'] = person?.account ?? 'PenguinMails';

const sharing: Readonly<Record<DemoPerson['account'], string>> = {
  PenguinMails: 'Requests are private to each person.',
  'Glacier Mail': 'People of one organization read each other’s requests.',
};

/** Requests a token from the account's own backend, which knows who is signed in. */
async function getToken(): Promise<string | null> {
  if (person === undefined) return null;
  const response = await fetch(`/customers/token?as=${person.id}`, { method: 'POST' });
  if (!response.ok) throw new Error('The demo does not sign this visitor.');
  return response.text();
}

function drawChoice(): void {
  const select = element<HTMLSelectElement>('#person');
  select.append(
    new Option('no one', ''),
    ...people.map(
      (one) => new Option(`${one.name} · ${one.organization.name} · ${one.account}`, one.id),
    ),
  );
  select.value = person?.id ?? '';
  select.onchange = () => {
    location.search = `?as=${select.value}`;
  };
}

function start(): void {
  loadWidget();
  command('init', {
    apiKey: publishableKeys[account],
    baseUrl: '/v1/',
    user: person ? { id: person.id, name: person.name, email: person.email } : null,
    tenant: person?.organization ?? null,
    identity: { getToken },
  });
}

element('#account').textContent = account;
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href="/inbox/"]')) {
  link.search = `?account=${encodeURIComponent(account)}`;
}
element('#explanation').textContent = person
  ? `${person.organization.name} is a customer of ${account}. Its own integrations show here, and those that ${account} shows to everyone. ${sharing[account]}`
  : `No one is signed in: only what ${account} shows to everyone can be seen.`;
drawChoice();
start();
