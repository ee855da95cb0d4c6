export interface Mail {
  /** The same for every attempt, so that a duplicate can be recognized. */
  messageId: string;
  from: Address;
  to: Address;
  replyTo: Address;
  subject: string;
  text: string;
  /** Message-IDs of the earlier mails in the conversation, oldest first. */
  references?: readonly string[];
  headers?: Record<string, string>;
}

export interface Address {
  name: string;
  address: string;
}

/** Sends mails. */
export interface Mailer {
  /** @throws PermanentFailure if a retry is pointless */
  send(mail: Mail): Promise<void>;
  close(): void;
}
