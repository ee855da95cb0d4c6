/** The parts of the form below its first fields, as one chunk. */

export { Attachments } from './Attachments.tsx';
export { ContextList } from './ContextList.tsx';
export { CustomFields } from './CustomFields.tsx';
