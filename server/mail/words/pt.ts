import type { MailWords } from './words.ts';

export const pt: MailWords = {
  greeting: (name) => (name ? `Olá, ${name}.` : 'Olá.'),
  received: (number) => `Recebemos sua solicitação. O número dela é ${number}.`,
  due: (when) => `Você pode esperar uma primeira resposta até ${when}.`,
  youWrote: 'Você escreveu:',
  wrote: (name) => `${name} escreveu:`,
  team: 'Nossa equipe',
  add: 'Para acrescentar algo, responda a este e-mail.',
  answer: 'Para continuar, responda a este e-mail ou escreva no painel de ajuda.',
  files: (names) =>
    `A resposta tem arquivos: ${names}. Você os encontra na solicitação, no painel de ajuda.`,
  signature: (tenant) => `Suporte ${tenant}`,
  yourRequest: (tenant) => `Sua solicitação para ${tenant}`,
  yourMail: (tenant) => `Seu e-mail para ${tenant}`,
  rejected: (tenant) =>
    `Não pudemos aceitar o seu e-mail. Para abrir uma nova solicitação para ${tenant}, use o botão de ajuda das páginas. Para continuar uma solicitação, responda ao nosso último e-mail sobre ela.`,
  unread: (tenant) =>
    `Não conseguimos ler seu e-mail, porque ele está criptografado ou em um formato que só o Outlook lê. Envie-o novamente como texto ou HTML, sem criptografia: responda ao nosso último e-mail ou escreva no painel de ajuda de ${tenant}.`,
  marker: 'Responda acima desta linha',
};
