import { createGlobalTheme, globalStyle } from '@vanilla-extract/css';
import { token } from './contract.css.ts';

createGlobalTheme(':host', token, {
  surface: '#fff',
  text: '#161a22',
  hover: '#eff2f6',
  border: '#e3e7ed',
  line: '#cbd2dc',
  control: '#868fa0',
  text2: '#475062',
  text3: '#5f697b',
  'accent-text': '#2850be',
  red: '#b3261e',
  'red-soft': '#fcebe9',
  shadow:
    '0 0 0 1px rgba(22,32,54,.06),0 2px 6px rgba(22,32,54,.05),0 12px 32px -4px rgba(22,32,54,.14)',
  'radius-panel': '12px',
  'radius-control': '8px',
  scheme: 'light',
});

globalStyle(':host([data-theme=dark])', {
  vars: {
    [token.surface]: '#15181f',
    [token.text]: '#edf0f5',
    [token.hover]: '#232833',
    [token.border]: '#2b313d',
    [token.line]: '#3c4453',
    [token.control]: '#6c7689',
    [token.text2]: '#b7bfcd',
    [token.text3]: '#98a1b2',
    [token['accent-text']]: '#9bb8ff',
    [token.red]: '#ff9f96',
    [token['red-soft']]: '#331b1c',
    [token.shadow]: '0 0 0 1px #2b313d,0 2px 6px rgba(0,0,0,.3),0 16px 40px -4px rgba(0,0,0,.55)',
    [token.scheme]: 'dark',
  },
});
