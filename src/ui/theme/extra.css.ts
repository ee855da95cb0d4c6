import { createGlobalTheme, globalStyle } from '@vanilla-extract/css';
import { extraContract } from './contract.css.ts';

/**
 * The tokens of boxes and states. Their values are in the chunk of the first part that uses them,
 * because it can only have them from here.
 */
export const extra = extraContract;

createGlobalTheme(':host', extra, {
  'red-solid': '#cb3a31',
  sunken: '#f6f8fa',
  'accent-soft': '#eef3fe',
  mark: '#d3e1fd',
  amber: '#8a5000',
  'amber-soft': '#fcf0d9',
  'amber-solid': '#b06a00',
  green: '#0c6b45',
  'green-soft': '#e2f4ea',
  'green-solid': '#17855a',
  blue: '#1a5e9e',
  'blue-soft': '#e3effb',
  'blue-solid': '#2878bf',
  grey: '#535d6f',
  'grey-soft': '#e8ecf1',
  'grey-solid': '#6b7588',
});

globalStyle(':host([data-theme=dark])', {
  vars: {
    [extra['red-solid']]: '#ce4036',
    [extra.sunken]: '#1b1f27',
    [extra['accent-soft']]: '#1b2540',
    [extra.mark]: '#2a3d6e',
    [extra.amber]: '#f2bd62',
    [extra['amber-soft']]: '#2e2412',
    [extra['amber-solid']]: '#b8730a',
    [extra.green]: '#70d3a4',
    [extra['green-soft']]: '#13291f',
    [extra['green-solid']]: '#1f8c60',
    [extra.blue]: '#86bef8',
    [extra['blue-soft']]: '#142638',
    [extra['blue-solid']]: '#2f7dc4',
    [extra.grey]: '#aab3c2',
    [extra['grey-soft']]: '#252a35',
  },
});
