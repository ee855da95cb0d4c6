/**
 * Name on the device of the suggested article that was opened last. It is stored until the outcome
 * is known.
 */
export const deflectionKey = 'deflection';
