/**
 * From this probability on, more than nine of ten are right in knowledge bases that the numbers
 * were not fitted to.
 */
export const answerScore = 0.8;
