import type { Language } from './language.ts';

const stopWords =
  'a al algo algun alguna alguno ante antes aqui asi aun bien buenas buenos cada como con cual cuales cuando cuanto ' +
  'cuanta de del desde dia dias donde dos el ella ellas ellos en entre era es esa ese eso esta estan estar este ' +
  'esto estos estoy fue gracias ha hace hacer hacerlo hago han hasta hay he hola la las le les lo los mas me mi mis ' +
  'mucho muy nada ni no nos nuestra nuestro o os otra otro para pero poder por porque pueda puede puedo que quien ' +
  'quiero saludos se sea ser si sido sin sobre solo son su sus tal tambien tan tanto te tengo tiene tienen ' +
  'todo todos tu tus un una unas uno unos usted ustedes va vez voy y ya yo ayuda necesito favor';

const ending =
  /(?<=.{3})(?:amientos?|imientos?|aciones|uciones|iciones|adoras?|adores|ancias?|acion|ucion|icion|ador|mente|idades|idad|ando|iendo|ad[ao]s?|id[ao]s?|aron|ieron|aban?|ar|er|ir|an|en|as|es|os|a|o|e|s)$/;

export const language: Language = {
  stopWords: new Set(stopWords.split(' ')),
  stem: (word) => word.replace(ending, ''),
};
