import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface TestSmtp {
  url: string;
  port: number;
  /** Accepted mails, parsed and raw. */
  mails: { email: Email; raw: string; to: string[] }[];
  close(): Promise<void>;
}

/**
 * Starts a mail server that stores mails. It can reject recipients with the code that `reject`
 * returns, or store a mail without confirming it.
 */
export async function startSmtp({
  port = 0,
  reject = (_address: string): number | undefined => undefined,
  failAfterData = (): boolean => false,
} = {}): Promise<TestSmtp> {
  const mails: TestSmtp['mails'] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const responseCode = reject(address);
      done(
        responseCode === undefined ? null : Object.assign(new Error('Rejected'), { responseCode }),
      );
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks);
        PostalMime.parse(raw).then((email) => {
          const to = session.envelope.rcptTo.map(({ address }) => address);
          mails.push({ email, raw: raw.toString('latin1'), to });
          done(failAfterData() ? Object.assign(new Error('Later'), { responseCode: 451 }) : null);
        }, done);
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('Not a TCP port.');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    port: address.port,
    mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
