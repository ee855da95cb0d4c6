import type { Language } from './language.ts';

const stopWords =
  'a agora ai ainda algo alguem algum alguma ali ante antes ao aos apos aquele aquela aqui as ' +
  'ate atraves bem boa bom cada com como da das de dela dele deles demais depois desde dessa ' +
  'desse desta deste do dois dos e ela elas ele eles em entao entre era essa esse esta ' +
  'estamos estao estar estas estava este estes esteja estou eu faz fazer favor fez foi for ' +
  'foram gostaria ha isso isto ja la lhe lo mais mas me mesmo meu meus minha minhas muito na ' +
  'nao nas nem no nos nossa nosso num numa nunca o obrigado obrigada oi ola onde os ou outra ' +
  'outro outros para pela pelas pelo pelos pode podem poder podia por porque posso pouco pra ' +
  'precisa preciso qual quais quando quanto que quem quero se seja sem sempre ser sera seu ' +
  'seus sim so sobre sou sua suas tambem tao te tem tenho tenha ter teu ti tinha toda todas ' +
  'todo todos tu tua tudo um uma umas uns vai vamos voce voces vou';

const ending =
  /(?<=.{3})(?:amentos?|imentos?|acoes|acao|icoes|icao|adoras?|adores|ador|ancias?|mente|idades?|ando|endo|indo|ad[ao]s?|id[ao]s?|aram|eram|iram|ar|er|ir|oes|ao|am|em|as|es|os|a|o|e|s)$/;

export const language: Language = {
  stopWords: new Set(stopWords.split(' ')),
  stem: (word) => word.replace(ending, ''),
};
