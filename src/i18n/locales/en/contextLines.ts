import { addEnglish } from './addEnglish.ts';

/** The values that are attached to a request. */
export const contextLines = addEnglish({
  'ticket.contextAccount': 'Account',
  'ticket.contextUrl': 'This page',
  'ticket.contextTitle': 'Page title',
  'ticket.contextBrowser': 'Browser',
  'ticket.contextLocale': 'Language',
  'ticket.contextVersion': 'App version',
  'ticket.contextArticle': 'Article read',
  'ticket.contextValues': 'App data',
  'ticket.contextSuggestions': 'Suggested articles',
  'ticket.contextExchange': 'Questions to AI',
  'ticket.contextIncident': 'Known incident',
  'ticket.contextMailTried': 'E-mail attempted',
  'ticket.contextExact': 'Show the exact data',
  'ticket.contextInWords': 'Show a summary',
  'ticket.contextYes': 'Yes',
});
