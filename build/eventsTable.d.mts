/** Path of the page. */
export const page: string;
/** What the page must say. */
export function eventsPage(): string;
