/**
 * Arguments of Node.js that run the compiler. `node_modules/.bin/tsc` is an older version, which a
 * development dependency installs. One thread needs half the CPU time of several, which check the
 * same types more than once.
 */
export const typescript = ['node_modules/typescript/bin/tsc', '--singleThreaded'];
