import type { CommandFunction } from '../src/embed/commands.ts';

const campaigns = [
  ['Q4 founders outreach', 'Sending', '4,120', '41.0 %', '6.8 %'],
  ['Agencies, second touch', 'Sending', '2,310', '38.2 %', '5.1 %'],
  ['Product launch invites', 'Scheduled', '1,600', '–', '–'],
  ['Webinar follow-up', 'Finished', '3,284', '52.4 %', '9.3 %'],
  ['Re-engage trial users', 'Paused', '3,018', '27.9 %', '2.2 %'],
  ['Recruiters, Berlin', 'Sending', '1,280', '44.7 %', '7.0 %'],
  ['Partners newsletter', 'Finished', '5,402', '36.1 %', '3.9 %'],
  ['Conference meet-ups', 'Finished', '640', '58.8 %', '12.1 %'],
];

const rows = campaigns.map((cells) => {
  const row = document.createElement('tr');
  row.append(
    ...cells.map((text) => {
      const cell = document.createElement('td');
      cell.textContent = text;
      return cell;
    }),
  );
  return row;
});
document.querySelector('#campaigns')?.append(...rows);

/** Works before the script has loaded, too: calls wait in the stub's queue. */
const command: CommandFunction = (...given) => {
  if (window.PenguinSupport) return window.PenguinSupport(...given);
};

function press(id: string, action: (button: HTMLElement) => void): void {
  const button = document.getElementById(id);
  button?.addEventListener('click', () => action(button));
}

press('scheme', (button) => {
  const dark = document.documentElement.classList.toggle('dark');
  button.textContent = dark ? 'Light' : 'Dark';
});
press('language', (button) => {
  const spanish = document.documentElement.lang !== 'es';
  document.documentElement.lang = spanish ? 'es' : 'en';
  button.textContent = spanish ? 'English' : 'Español';
  command('setLocale', spanish ? 'es' : 'en');
});
press('new-ticket', () => {
  command('newTicket', { category: 'deliverability', subject: 'A campaign does not send' });
});
