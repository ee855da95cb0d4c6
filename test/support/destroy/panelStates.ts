import { widget } from '../demo.ts';
import {
  button,
  call,
  chooser,
  csv,
  demo,
  errorReply,
  openConversation,
  openForm,
  panelText,
  press,
  type State,
  search,
  send,
} from './reach.ts';

export const panelStates: Record<string, State> = {
  'nothing but the button': {},
  'the app on its way': {
    held: /embed\/app-/,
    reach: (page) => page.hover('penguin-support button'),
  },
  'the client on its way': { held: /embed\/client-/, reach: (page) => call(page, 'open') },
  'the config on its way': { held: /support\/config/, reach: openForm },
  'words on their way': {
    held: /embed\/es-/,
    options: { ...demo, locale: 'es' },
    reach: (page) => call(page, 'open'),
  },
  'a screen on its way': { held: /embed\/Status-/, reach: (page) => call(page, 'open', 'status') },
  'a screen that does not come': {
    async reach(page) {
      await page.route(/embed\/Search-/, (route) => route.abort());
      await call(page, 'search');
      await panelText(page, 'We couldn’t reach support');
    },
  },
  'a pointer near the button': { reach: (page) => page.hover('penguin-support button') },
  'the home screen': {
    async reach(page) {
      await call(page, 'open');
      await panelText(page, 'how can we help?');
    },
  },
  'the panel closed again': {
    async reach(page) {
      await openForm(page);
      await call(page, 'close');
      await widget(page).panel.waitFor({ state: 'hidden' });
    },
  },
  'the form, written in': {
    async reach(page) {
      await openForm(page);
      await widget(page).fill('Half', 'A thought');
    },
  },
  'the form with problems': {
    async reach(page) {
      await openForm(page);
      await widget(page).send.click();
      await panelText(page, 'Please check');
    },
  },
  'the form with suggestions': {
    async reach(page) {
      await openForm(page);
      await widget(page).panel.getByLabel('Subject').pressSequentially('Set up an SPF record');
      await panelText(page, 'These articles may help');
    },
  },
  'the mail in place of the form': {
    options: { email: 'help@acme.example' },
    async reach(page) {
      await openForm(page);
      await widget(page).fill('By mail', 'No backend');
      await button(page, 'Write e-mail').click();
      await panelText(page, 'Your request is in your mail app');
    },
  },
  'a file added': {
    async reach(page) {
      await openForm(page);
      await chooser(page).setInputFiles([csv()]);
      await panelText(page, 'added');
    },
  },
  'a file going up': {
    held: /support\/attachments/,
    async reach(page) {
      await openForm(page);
      await chooser(page).setInputFiles([csv()]);
    },
  },
  'a file that fails': {
    answers: { 'POST /support/attachments': errorReply(500, 'INTERNAL_ERROR') },
    async reach(page) {
      await openForm(page);
      const response = page.waitForResponse(/support\/attachments/);
      await chooser(page).setInputFiles([csv()]);
      await response;
    },
  },
  'a request being sent': { held: /support\/tickets$/, reach: press },
  'a request going to a client on its way': { held: /embed\/(client|trackSent)-/, reach: press },
  'a request that was sent': { reach: send },
  'a request that waits': {
    answers: { 'POST /support/tickets': errorReply(503, 'UNAVAILABLE') },
    async reach(page) {
      await press(page);
      await panelText(page, 'Nothing is lost');
    },
  },
  'a request that is to wait an hour': {
    answers: {
      'POST /support/tickets': errorReply(429, 'RATE_LIMITED', { 'Retry-After': '3600' }),
    },
    async reach(page) {
      await press(page);
      await panelText(page, 'Nothing is lost');
    },
  },
  'a request that was rejected': {
    answers: { 'POST /support/tickets': errorReply(422, 'VALIDATION_ERROR') },
    async reach(page) {
      await Promise.all([page.waitForResponse(/support\/tickets$/), press(page)]);
    },
  },
  'the list of requests': {
    async reach(page) {
      await send(page);
      await call(page, 'open', 'requests');
      await panelText(page, 'It broke');
    },
  },
  'a conversation, written in': {
    async reach(page) {
      await openConversation(page);
      await widget(page).panel.getByRole('textbox').first().fill('And another thing');
    },
  },
  'a reply being sent': {
    held: /messages$/,
    async reach(page) {
      await openConversation(page);
      await widget(page).panel.getByRole('textbox').first().fill('And another thing');
      await page.keyboard.press('Control+Enter');
    },
  },
  'the stream on its way': { held: /support\/stream/, reach: send },
  'the search, empty': {
    async reach(page) {
      await call(page, 'search');
      await widget(page).panel.getByRole('combobox').waitFor();
    },
  },
  'results of a search': { reach: (page) => search(page, 'spf') },
  'the index on its way': { held: /kb\/index/, reach: (page) => call(page, 'search', 'spf') },
  'an article': {
    async reach(page) {
      await search(page, 'spf');
      await widget(page).panel.getByRole('option').first().click();
      await panelText(page, 'Was this helpful?');
    },
  },
};
