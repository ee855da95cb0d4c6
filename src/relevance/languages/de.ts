import type { Language } from './language.ts';

const stopWords =
  'ab aber alle allem allen aller alles als also am an ander andere anderen auch auf aus bei ' +
  'beim bin bis bist bitte da damit dann das dass dein deine dem den denn der deren des ' +
  'dessen die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen ' +
  'einer eines er es etwas euch euer fur ganz geht gegen gerade gern gibt grusse gruss guten ' +
  'habe haben hallo hat hatte hatten hier hin hinter ich ihr ihre ihrem ihren ihrer im in ins ' +
  'irgendwie ist ja jede jedem jeden jeder jedes jetzt kann kannst kein keine keinen konnen ' +
  'konnte leider mal man mehr mein meine meinem meinen meiner mich mir mit mochte muss mussen ' +
  'nach nicht nichts noch nun nur ob oder ohne schon sehr sein seine seit sich sie sind so ' +
  'soll sollte sondern tag tun uber um und uns unser unsere unseren unserer unter viel viele ' +
  'vielen vom von vor wann war waren warum was weil welche welchem welchen welcher welches ' +
  'wenn wer werde werden wie wieder will wir wird wirklich wo wollen worden wurde wurden zu ' +
  'zum zur danke dank freundlichen viele mfg';

const inflection = /(?<=.{3})(?:ern|em|en|er|es|e|n|s)$/;
const derivation = /(?<=.{3})(?:ung|heit|keit|lich|isch|ier)$/;

export const language: Language = {
  stopWords: new Set(stopWords.split(' ')),
  stem: (word) => word.replace(inflection, '').replace(derivation, ''),
};
