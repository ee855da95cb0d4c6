import { createGlobalTheme, globalStyle } from '@vanilla-extract/css';
import { base } from './contract.css.ts';

createGlobalTheme(':host', base, {
  accent: '#2c56c9',
  'accent-hover': '#2449b0',
  'accent-active': '#1d3c94',
  'on-accent': '#fff',
  focus: '#2c56c9',
  tip: '#1c212b',
  'on-tip': '#fff',
  font: 'system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Noto Sans",sans-serif',
  'shadow-launcher':
    '0 0 0 1px rgba(22,32,54,.04),0 2px 4px rgba(22,32,54,.1),0 8px 20px -2px rgba(22,32,54,.22)',
  'shadow-launcher-hover':
    '0 0 0 1px rgba(22,32,54,.04),0 2px 4px rgba(22,32,54,.1),0 12px 28px -2px rgba(22,32,54,.28)',
});

globalStyle(':host([data-theme=dark])', {
  vars: {
    [base.accent]: '#3c62d5',
    [base['accent-hover']]: '#4169de',
    [base['accent-active']]: '#365bc9',
    [base.focus]: '#8dadff',
    [base.tip]: '#343b49',
    [base['shadow-launcher']]:
      '0 0 0 1px rgba(255,255,255,.06),0 2px 4px rgba(0,0,0,.35),0 8px 20px -2px rgba(0,0,0,.5)',
    [base['shadow-launcher-hover']]:
      '0 0 0 1px rgba(255,255,255,.06),0 2px 4px rgba(0,0,0,.35),0 12px 28px -2px rgba(0,0,0,.6)',
  },
});
