import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime, { type Address } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { demo, type MailEnvelope } from '../../server/index.ts';

export interface ReceivedMail {
  id: string;
  receivedAt: string;
  messageId: string;
  from: string;
  to: string;
  replyTo: string;
  subject: string;
  text: string;
}

export interface Mailbox {
  smtpUrl: string;
  /** Newest first. */
  mails(): readonly ReceivedMail[];
  close(): Promise<void>;
}

/**
 * Delivers a mail to a conversation. Resolves to the reason if it was rejected, otherwise to
 * undefined.
 */
export type Deliver = (raw: Uint8Array, envelope: MailEnvelope) => Promise<string | undefined>;

/**
 * Starts a mail server that is only reachable from this machine. It stores mails in `folder`, and
 * passes mails to the demo's account to `deliver`.
 */
export async function openMailbox(folder: string, deliver: Deliver): Promise<Mailbox> {
  await mkdir(folder, { recursive: true });
  const mails = await load(folder);
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      const { mailFrom, rcptTo } = session.envelope;
      const envelope = {
        from: mailFrom === false ? '' : mailFrom.address,
        to: rcptTo.map(({ address }) => address),
      };
      receive(stream, folder, envelope, deliver).then(
        (mail) => {
          mails.unshift(mail);
          done();
        },
        (error: unknown) => done(error instanceof Error ? error : new Error('Not stored.')),
      );
    },
  });
  // A client that disconnects must not crash the server.
  server.on('error', () => {});
  const port = await new Promise<number>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.server.address();
      if (address !== null && typeof address === 'object') resolve(address.port);
      else reject(new Error('The mail server has no port.'));
    });
  });
  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    mails: () => mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function load(folder: string): Promise<ReceivedMail[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return texts.map((text): ReceivedMail => JSON.parse(text)).reverse();
}

/** A rejection that the sending server returns to the sender as a bounce. */
class BouncedError extends Error {
  readonly responseCode = 550;
}

async function receive(
  stream: AsyncIterable<Uint8Array>,
  folder: string,
  envelope: MailEnvelope,
  deliver: Deliver,
): Promise<ReceivedMail> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  const raw = Buffer.concat(chunks);
  const parsed = await PostalMime.parse(raw);
  if (envelope.to.some((address) => address.endsWith(`@${demo.inboundDomain}`))) {
    const reason = await deliver(raw, envelope);
    if (reason !== undefined) throw new BouncedError(reason);
  }
  const mail = {
    id: randomUUID(),
    receivedAt: new Date().toISOString(),
    messageId: parsed.messageId ?? '',
    from: parsed.from === undefined ? '' : asText(parsed.from),
    to: (parsed.to ?? []).map(asText).join(', '),
    replyTo: (parsed.replyTo ?? []).map(asText).join(', '),
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
  };
  const file = join(folder, `${mail.receivedAt.replaceAll(':', '-')}-${mail.id}.json`);
  // Writes to a temporary file first, so that the next start never reads an incomplete file.
  await writeFile(`${file}.part`, JSON.stringify(mail));
  await rename(`${file}.part`, file);
  return mail;
}

function asText({ name, address }: Address): string {
  return name ? `${name} <${address}>` : (address ?? '');
}
