/** Path of the page. */
export const page: string;
/** Returns the expected text of the page. */
export function optionsPage(): string;
