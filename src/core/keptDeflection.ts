/** Name on the device of the suggested article that was opened last, until the outcome is known. */
export const keptDeflection = 'deflection';
