/** The parts of the form below its first fields, in one chunk. */

export { Attachments } from './Attachments.tsx';
export { ContextList } from './ContextList.tsx';
export { CustomFields } from './CustomFields.tsx';
