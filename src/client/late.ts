/**
 * Code that most visits do not need. It is one chunk: a second chunk with schemas would move the
 * code that both share out of the client.
 */
export { lateEndpoints } from '../contract/lateEndpoints.ts';
export { writeAnswer } from './writtenAnswer.ts';
