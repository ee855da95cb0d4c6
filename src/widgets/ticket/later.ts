/**
 * The chunk that the form needs after the first input: suggested articles, and the code that sends
 * the form.
 */

export { errorSentence } from '../../i18n/errorSentence.ts';
export { mailOf, textOf } from '../../integrations/ticketMail.ts';
export { ByMail } from './ByMail.tsx';
export { problemSentence } from './problemSentence.ts';
export { Suggestions } from './Suggestions.tsx';
export { submitTicket } from './submitTicket.ts';
export { createTicketSuggestions } from './ticketSuggestions.ts';
