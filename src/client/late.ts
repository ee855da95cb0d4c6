/**
 * What most visits do not need, in one chunk: a second chunk with schemas would move the shared code
 * of both out of the client.
 */
export { lateEndpoints } from '../contract/lateEndpoints.ts';
export { writeAnswer } from './writtenAnswer.ts';
