import { globalStyle } from '@vanilla-extract/css';
import { extraContract, token } from '../ui/theme/contract.css.ts';
import { root } from '../ui/theme/root.css.ts';

/*
 * Shades the sides to which a wide table, or wide code, can be scrolled. The covers move with the
 * content, so that they hide a shade at the end of its way.
 */
for (const [scroller, background] of [
  [`.${root} div[role=group][tabindex="0"]`, token.surface],
  [`.${root} pre[role=group]`, extraContract.sunken],
] as const) {
  const shade = (side: string) =>
    `linear-gradient(to ${side}, color-mix(in srgb, ${token.control} 45%, transparent), transparent)`;
  const cover = (side: string) => `linear-gradient(to ${side}, ${background} 30%, transparent)`;
  globalStyle(scroller, {
    borderRadius: token['radius-control'],
    background: [
      `${cover('right')} left / 32px 100% no-repeat local`,
      `${cover('left')} right / 32px 100% no-repeat local`,
      `${shade('right')} left / 10px 100% no-repeat scroll`,
      `${shade('left')} right / 10px 100% no-repeat scroll`,
    ].join(', '),
  });
}
