import { languageOf } from './stem.ts';

const english =
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

const spanish =
  'a al algo algun alguna alguno ante antes aqui asi aun bien buenas buenos cada como con cual cuales cuando cuanto ' +
  'cuanta de del desde dia dias donde dos el ella ellas ellos en entre era es esa ese eso esta estan estar este ' +
  'esto estos estoy fue gracias ha hace hacer hacerlo hago han hasta hay he hola la las le les lo los mas me mi mis ' +
  'mucho muy nada ni no nos nuestra nuestro o os otra otro para pero poder por porque pueda puede puedo que quien ' +
  'quiero saludos se sea ser si sido sin sobre solo son su sus tal tambien tan tanto te tengo tiene tienen ' +
  'todo todos tu tus un una unas uno unos usted ustedes va vez voy y ya yo ayuda necesito favor';

const lists: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(english.split(' ')),
  es: new Set(spanish.split(' ')),
};
const none: ReadonlySet<string> = new Set();

/** Words, folded, that say nothing of what a text is about. */
export function stopWordsOf(locale: string): ReadonlySet<string> {
  return lists[languageOf(locale)] ?? none;
}
