import type { MailWords } from './words.ts';

export const fr: MailWords = {
  greeting: (name) => (name ? `Bonjour ${name},` : 'Bonjour,'),
  received: (number) => `Nous avons bien reçu votre demande. Son numéro est ${number}.`,
  due: (when) => `Vous pouvez compter sur une première réponse avant le ${when}.`,
  youWrote: 'Vous avez écrit :',
  wrote: (name) => `${name} a écrit :`,
  team: 'Notre équipe',
  add: 'Pour ajouter quelque chose, répondez à cet e-mail.',
  answer: 'Répondez à cet e-mail ou écrivez dans le panneau d’aide.',
  files: (names) =>
    `La réponse contient des fichiers : ${names}. Vous les trouverez dans la demande, dans le panneau d’aide.`,
  signature: (tenant) => `Le support de ${tenant}`,
  yourRequest: (tenant) => `Votre demande à ${tenant}`,
  yourMail: (tenant) => `Votre e-mail à ${tenant}`,
  rejected: (tenant) =>
    `Nous n’avons pas pu prendre en compte votre e-mail. Pour envoyer une nouvelle demande à ${tenant}, utilisez le bouton d’aide de ses pages. Pour une demande en cours, répondez à notre dernier e-mail à son sujet.`,
  unread: (tenant) =>
    `Nous n’avons pas pu lire votre e-mail, car il est chiffré ou dans un format que seul Outlook lit. Renvoyez-le en texte brut ou en HTML, sans chiffrement : répondez à notre dernier e-mail ou écrivez dans le panneau d’aide de ${tenant}.`,
  marker: 'Répondez au-dessus de cette ligne',
};
