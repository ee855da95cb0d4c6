/** The texts of mails to customers, in one language. */
export interface MailWords {
  greeting(name: string | null): string;
  /** The number of a request that has come in. */
  received(number: string): string;
  /** When a first response can be expected. */
  due(when: string): string;
  /** Above what the customer wrote. */
  youWrote: string;
  /** Above what an agent wrote. */
  wrote(name: string): string;
  /** Stands for an agent without a name. */
  team: string;
  /** How to add to a request. */
  add: string;
  /** How to reply to the team. */
  answer: string;
  /** Files of the replies; a mail does not carry them. */
  files(names: string): string;
  signature(tenant: string): string;
  /** The subject where nothing vouches for the address. */
  yourRequest(tenant: string): string;
  /** The subject of the answer to a mail that was not taken. */
  yourMail(tenant: string): string;
  /** Why it was rejected, and where to write instead. */
  notTaken(tenant: string): string;
  /** Why a mail could not be read, and how to write instead. */
  unread(tenant: string): string;
  /** The line that an answer is written above. */
  marker: string;
}
