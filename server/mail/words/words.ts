/** The texts of mails to customers, in one language. */
export interface MailWords {
  greeting(name: string | null): string;
  /** Says that a request with this number was received. */
  received(number: string): string;
  /** Says when a first response can be expected. */
  due(when: string): string;
  /** Introduces the customer's own text. */
  youWrote: string;
  /** Introduces an agent's text. */
  wrote(name: string): string;
  /** Replaces the name of an agent who has none. */
  team: string;
  /** Says how to add to a request. */
  add: string;
  /** Says how to reply to the team. */
  answer: string;
  /** Names the files of the replies. Mails do not contain them. */
  files(names: string): string;
  signature(tenant: string): string;
  /** The subject for an unverified address. */
  yourRequest(tenant: string): string;
  /** The subject of the notice about a rejected mail. */
  yourMail(tenant: string): string;
  /** Says why a mail was rejected, and where to write instead. */
  rejected(tenant: string): string;
  /** Says why a mail could not be read, and how to write instead. */
  unread(tenant: string): string;
  /** The line above which the reply must be written. */
  marker: string;
}
