/**
 * Minimum probability of an answer. Above it, more than nine of ten answers are right, also in
 * knowledge bases that were not used to fit the numbers.
 */
export const answerScore = 0.8;
