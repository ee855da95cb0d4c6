/**
 * Returns the `dir` of a field: the direction of its text, or that of the surrounding language
 * while it is empty.
 */
export const writtenDirection = (text: string): 'auto' | undefined => (text ? 'auto' : undefined);
