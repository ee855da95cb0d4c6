import type { Language } from './language.ts';

const stopWords =
  'a afin ai aller alors apres as assez au aucun aussi autre autres aux avant avec avez avoir ' +
  'avons bien bonjour bonsoir c ca car ce cela celle celui ces cet cette ceux chaque chez ' +
  'comme comment cordialement d dans de depuis des dessus deux devez devoir doit donc dont du ' +
  'elle elles en encore entre es est et ete etes etre eu eux faire fait faites fois font il ' +
  'ils j je jamais l la le les lequel leur leurs lors lui m ma mais me meme merci mes mettre ' +
  'moi mon n ne ni nos notre nous on ont ou par pas peu peut peux plus pour pourquoi pouvez ' +
  'pouvoir puis qu quand que quel quelle quelles quels quelque qui quoi s sa salut sans se ' +
  'sera ses si son sont sous souhaite sur t ta te tes toi ton toujours tous tout toute toutes ' +
  'tres trop tu un une veux vers veut voici voila vos votre voudrais voulez vouloir vous y';

const ending =
  /(?<=.{3})(?:issements?|ements?|ations?|itions?|ateurs?|atrices?|euses?|eurs?|ments?|ites?|ifs?|ives?|ables?|antes?|ants?|ions?|ees?|es|ez|er|ir|re|e|s|x|i)$/;

export const language: Language = {
  stopWords: new Set(stopWords.split(' ')),
  stem: (word) => word.replace(ending, ''),
};
