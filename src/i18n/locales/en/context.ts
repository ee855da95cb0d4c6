import { addEnglish } from './addEnglish.ts';

/** What goes along with a request. */
export const context = addEnglish({
  'ticket.context': 'What will be sent',
  'ticket.contextAccount': 'Account',
  'ticket.contextUrl': 'This page',
  'ticket.contextTitle': 'Page title',
  'ticket.contextBrowser': 'Browser',
  'ticket.contextLocale': 'Language',
  'ticket.contextVersion': 'App version',
  'ticket.contextArticle': 'Article read',
  'ticket.contextSuggestions': 'Suggested articles',
  'ticket.contextIncident': 'Known incident',
  'ticket.contextMailTried': 'Mail tried first',
});
