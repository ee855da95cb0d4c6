import { createVar } from '@vanilla-extract/css';

/** The colors of a status, which the classes in `status.css.ts` set for their content. */
export const ink = createVar();
export const soft = createVar();
export const solid = createVar();
