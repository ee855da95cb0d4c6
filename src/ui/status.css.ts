import { createVar, styleVariants } from '@vanilla-extract/css';
import { token } from './theme/contract.css.ts';

export const ink = createVar();
export const soft = createVar();
export const solid = createVar();

const colours = (text: string, fill: string, strong: string) => ({
  vars: { [ink]: text, [soft]: fill, [solid]: strong },
});

/** Sets the colors of a status for its content. */
export const tone = styleVariants({
  red: colours(token.red, token['red-soft'], token['red-solid']),
  amber: colours(token.amber, token['amber-soft'], token['amber-solid']),
  green: colours(token.green, token['green-soft'], token['green-solid']),
  blue: colours(token.blue, token['blue-soft'], token['blue-solid']),
  grey: colours(token.grey, token['grey-soft'], token['grey-solid']),
});
