import { element, make } from '../parts/make.ts';

const words = {
  well: 'Answers well',
  slow: 'Answers slowly',
  failing: 'Answers with errors',
  rejecting: 'Rejects the sign-in',
};

async function request(wish?: unknown): Promise<Record<string, string>> {
  const response = await fetch('/control/state.json', {
    method: wish === undefined ? 'GET' : 'POST',
    ...(wish !== undefined && { body: JSON.stringify(wish) }),
  });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()).modes;
}

async function wish(what: unknown, done: string): Promise<void> {
  const said = element('#said');
  try {
    await request(what);
    said.textContent = done;
  } catch {
    said.textContent = 'The demo has not done it. Is it still running?';
  }
}

function row(provider: string, mode: string): HTMLElement {
  const badge = document.createElement('penguin-status-badge');
  badge.setAttribute('integration', provider);
  const choice = make('select', { ariaLabel: `Behavior of ${provider}` });
  for (const [value, text] of Object.entries(words)) {
    choice.append(make('option', { value, textContent: text, selected: value === mode }));
  }
  choice.addEventListener('change', () => {
    void wish({ provider, mode: choice.value }, `${provider} is checked now.`);
  });
  return make(
    'tr',
    {},
    make('td', { textContent: provider }),
    make('td', {}, choice),
    make('td', {}, badge),
  );
}

for (const [provider, mode] of Object.entries(await request())) {
  element('#systems').append(row(provider, mode));
}
element('#open-incident').addEventListener('click', () => {
  void wish({ incident: true }, 'An incident is open.');
});
element('#end-incidents').addEventListener('click', () => {
  void wish({ incident: false }, 'No incident is open.');
});
