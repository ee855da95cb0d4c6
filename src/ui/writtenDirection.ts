/** The `dir` of a field: that of its text, and of the language around it while it is empty. */
export const writtenDirection = (text: string): 'auto' | undefined => (text ? 'auto' : undefined);
