import type { MailWords } from './words.ts';

export const es: MailWords = {
  greeting: (name) => (name ? `Hola, ${name}:` : 'Hola:'),
  received: (number) => `Hemos recibido tu solicitud. Su número es ${number}.`,
  due: (when) => `Puedes esperar una primera respuesta antes del ${when}.`,
  youWrote: 'Escribiste:',
  wrote: (name) => `${name} escribió:`,
  team: 'Nuestro equipo',
  add: 'Para añadir algo, responde a este correo.',
  answer: 'Para contestar, responde a este correo o escribe en el panel de ayuda.',
  files: (names) =>
    `La respuesta tiene archivos: ${names}. Los encuentras en la solicitud, en el panel de ayuda.`,
  signature: (tenant) => `Soporte de ${tenant}`,
  yourRequest: (tenant) => `Tu solicitud a ${tenant}`,
  yourMail: (tenant) => `Tu correo a ${tenant}`,
  rejected: (tenant) =>
    `No hemos podido aceptar tu correo. Para empezar una solicitud nueva a ${tenant}, usa el botón de ayuda de sus páginas. Para continuar una que ya existe, responde a nuestro último correo sobre ella.`,
  unread: (tenant) =>
    `No hemos podido leer tu correo, porque está cifrado o en un formato que solo lee Outlook. Envíalo de nuevo como texto o HTML y sin cifrar: responde a nuestro último correo o escribe en el panel de ayuda de ${tenant}.`,
  marker: 'Responde encima de esta línea',
};
