import type { Language } from './language.ts';

const stopWords =
  'a about above after again all also am an and any anybody anyone are aren as at be because been before being below ' +
  'between both but by can cannot cant could couldn did didn do does doesn doing don done dont down during each ' +
  'else few for from further get gets getting give go going got had has hasn have haven having he help her here ' +
  'hers hi hello hey him his how hows i if im in into is isn it its itself ive just keep keeps know let lets like ll many me might ' +
  'mine more most much must my need needs no nor not now of ok on once one only or other our ours over own ' +
  'please possible question re really regards same see seem seems shall she should so some something still such ' +
  'sure thank thanks that the their theirs them then there these they thing things this those through to today ' +
  'too try trying tried until us ve very want wants was wasn way we were weren what whats when where which while ' +
  'who whom whose why will with without won wont work works would wouldn you your yours yesterday best dear cheers sincerely ' +
  'everything always ever even every since anything someone';

const endings: readonly [RegExp, string][] = [
  [/ies$|ied$/, 'y'],
  [/(?<![suia])s$/, ''],
  [/ification$/, 'ify'],
  [/ations?$/, 'ate'],
  [/(?<=[cs]t|pt)ion$/, ''],
  [/(?<=ss)ion$/, ''],
  [/ability$/, 'able'],
  [/(?<=.{3})(?:ing|ed|ment|ness|able|ful|ly)$/, ''],
  [/(?<=.{4})y$/, ''],
  [/(?<=.{4})(?:er|or)$/, ''],
  [/cript$/, 'crib'],
  [/(?<=.{3})e$/, ''],
  [/([^\d])\1$/, '$1'],
];

export const language: Language = {
  stopWords: new Set(stopWords.split(' ')),
  stem: (word) => endings.reduce((rest, [ending, other]) => rest.replace(ending, other), word),
};
