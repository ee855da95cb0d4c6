import { createVar, styleVariants } from '@vanilla-extract/css';
import { token } from './theme/contract.css.ts';

export const ink = createVar();
export const soft = createVar();

const colours = (text: string, fill: string) => ({ vars: { [ink]: text, [soft]: fill } });

/** The colours of a status, for what is inside. */
export const tone = styleVariants({
  red: colours(token.red, token['red-soft']),
  amber: colours(token.amber, token['amber-soft']),
  green: colours(token.green, token['green-soft']),
  blue: colours(token.blue, token['blue-soft']),
  grey: colours(token.grey, token['grey-soft']),
});
