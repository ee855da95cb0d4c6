import type { Command } from '../src/commands.ts';
import { command } from './parts/widget.ts';

const campaigns = [
  ['Q4 founders outreach', 'Sending', '4,120', '41.0 %', '6.8 %', 'Ada Lovelace'],
  ['Agencies, second touch', 'Sending', '2,310', '38.2 %', '5.1 %', 'Ada Lovelace'],
  ['Product launch invites', 'Scheduled', '1,600', '–', '–', 'Grace Hopper'],
  ['Webinar follow-up', 'Finished', '3,284', '52.4 %', '9.3 %', 'Alan Turing'],
  ['Re-engage trial users', 'Paused', '3,018', '27.9 %', '2.2 %', 'Ada Lovelace'],
  ['Recruiters, Berlin', 'Sending', '1,280', '44.7 %', '7.0 %', 'Grace Hopper'],
  ['Partners newsletter', 'Finished', '5,402', '36.1 %', '3.9 %', 'Alan Turing'],
  ['SaaS CFO list', 'Draft', '–', '–', '–', 'Ada Lovelace'],
  ['Conference meet-ups', 'Finished', '640', '58.8 %', '12.1 %', 'Grace Hopper'],
  ['Inbound nurture', 'Sending', '7,090', '33.5 %', '4.4 %', 'Alan Turing'],
];

document.querySelector('#campaigns')?.append(
  ...campaigns.map((texts) => {
    const row = document.createElement('tr');
    row.append(
      ...texts.map((text, column) => {
        const cell = document.createElement('td');
        const chip = document.createElement('mark');
        (column === 1 ? chip : cell).textContent = text;
        if (column === 1) cell.append(chip);
        return cell;
      }),
    );
    return row;
  }),
);

function press(button: Element | null, action: (button: HTMLElement) => void): void {
  if (button instanceof HTMLElement) button.addEventListener('click', () => action(button));
}

// The widget follows the class because of `data-theme="host"`.
const page = document.documentElement;
const isDark = () =>
  page.classList.contains('dark') ||
  (!page.classList.contains('light') && matchMedia('(prefers-color-scheme: dark)').matches);
const scheme = document.querySelector('#scheme');
if (scheme && isDark()) scheme.textContent = 'Light';
press(scheme, (button) => {
  const dark = !isDark();
  page.classList.toggle('dark', dark);
  page.classList.toggle('light', !dark);
  button.textContent = dark ? 'Light' : 'Dark';
});
press(document.querySelector('#language'), (button) => {
  const spanish = document.documentElement.lang !== 'es';
  document.documentElement.lang = spanish ? 'es' : 'en';
  button.textContent = spanish ? 'English' : 'Español';
  command('setLocale', spanish ? 'es' : 'en');
});

const examples: Command[] = [
  ['open'],
  ['open', 'requests'],
  ['open', 'news'],
  ['configure', { proactive: true }],
  ['newTicket', { category: 'deliverability', subject: 'A campaign does not send' }],
  ['prefill', { description: 'It has been in Scheduled since this morning.' }],
  ['setTheme', 'dark'],
  ['setTheme', 'host'],
  ['hide'],
  ['show'],
  ['close'],
];

document.querySelector('#commands')?.append(
  ...examples.map((example) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = `(${example.map((value) => JSON.stringify(value)).join(', ')})`;
    press(button, () => command(...example));
    return button;
  }),
);

// The articles that help on this page, as a host would set them.
command('suggest', ['create-a-campaign', 'campaign-stuck-in-queued', 'emails-land-in-spam']);

command('on', '*', (event) => {
  const output = document.querySelector('#events');
  if (output) output.textContent = `Last event: ${event.name}`;
});
