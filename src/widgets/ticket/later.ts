/**
 * The chunk that the form needs after the first input: suggested articles, and the code that sends
 * the form.
 */

export { problemSentence } from './problemSentence.ts';
export { Suggestions } from './Suggestions.tsx';
export { submitTicket } from './submitTicket.ts';
export { createTicketSuggestions } from './ticketSuggestions.ts';
