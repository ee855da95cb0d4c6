/** Arguments of Node.js that run the compiler. */
export const typescript: readonly string[];
