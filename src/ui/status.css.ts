import { styleVariants } from '@vanilla-extract/css';
import { ink, soft, solid } from './statusColors.css.ts';
import { token } from './theme/contract.css.ts';
import { extra } from './theme/extra.css.ts';

const colours = (text: string, fill: string, strong: string) => ({
  vars: { [ink]: text, [soft]: fill, [solid]: strong },
});

/** Sets the colors of a status for its content. */
export const tone = styleVariants({
  red: colours(token.red, token['red-soft'], extra['red-solid']),
  amber: colours(extra.amber, extra['amber-soft'], extra['amber-solid']),
  green: colours(extra.green, extra['green-soft'], extra['green-solid']),
  blue: colours(extra.blue, extra['blue-soft'], extra['blue-solid']),
  grey: colours(extra.grey, extra['grey-soft'], extra['grey-solid']),
});
