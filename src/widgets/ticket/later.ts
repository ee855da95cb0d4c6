/** What the form needs once it is seen, in one chunk: its further parts, and the ways out. */

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
