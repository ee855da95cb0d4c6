/**
 * The chunk that the form needs once it is visible: its other parts, and the alternatives to
 * sending.
 */

export { errorSentence } from '../../i18n/errorSentence.ts';
export { mailOf, textOf } from '../../integrations/ticketMail.ts';
export { Attachments } from './Attachments.tsx';
export { ByMail } from './ByMail.tsx';
export { ContextList } from './ContextList.tsx';
export { CustomFields } from './CustomFields.tsx';
export { Suggestions } from './Suggestions.tsx';
export { sendThrough } from './sendThrough.ts';
export { draftOf } from './ticketContext.ts';
export { createTicketSuggestions } from './ticketSuggestions.ts';
