/** Path of the page. */
export const page: string;
/** The text that the page must have. */
export function eventsPage(): string;
