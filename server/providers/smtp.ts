import nodemailer from 'nodemailer';
import * as z from 'zod/mini';
import type { IntegrationErrorType } from '../../src/contract/integration.ts';
import { defineProvider, type Endpoint } from '../ask/provider.ts';
import { readServerUrl, serverUrl } from '../ask/serverUrl.ts';
import { IntegrationError } from '../base/integrationError.ts';

const credentials = z.object({ url: serverUrl(['smtp:', 'smtps:']) });

/** Connects to `smtp://user:password@host:587` and signs in, but sends nothing. */
export const smtp = defineProvider({ id: 'smtp', baseUrl: '', credentials, probe: signIn });

/** Amazon SES, through its SMTP endpoint. */
export const ses = defineProvider({ id: 'ses', baseUrl: '', credentials, probe: signIn });

async function signIn({ url }: z.infer<typeof credentials>, { signal }: Endpoint): Promise<void> {
  const signInTimeoutMs = 20_000;
  const { protocol, host, port, user, password } = readServerUrl(url);
  const transport = nodemailer.createTransport({
    host,
    secure: protocol === 'smtps:',
    ...(port !== undefined && { port }),
    ...(user !== '' && { auth: { user, pass: password } }),
    logger: false,
    dnsTimeout: signInTimeoutMs,
    connectionTimeout: signInTimeoutMs,
    greetingTimeout: signInTimeoutMs,
    socketTimeout: signInTimeoutMs,
  });
  const end = () => transport.close();
  signal.addEventListener('abort', end);
  try {
    const late = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(new Error('Too late.')), { once: true });
    });
    await Promise.race([transport.verify(), late]);
  } catch (cause) {
    throw new IntegrationError(errorTypeOf(cause), sentenceOf(errorTypeOf(cause)), { cause });
  } finally {
    signal.removeEventListener('abort', end);
    transport.close();
  }
}

function errorTypeOf(error: unknown): IntegrationErrorType {
  const { code, responseCode } = {
    code: '',
    responseCode: 0,
    ...(error instanceof Error && error),
  };
  if (code === 'EAUTH' || responseCode === 535 || responseCode === 530) {
    return 'authentication_error';
  }
  if (responseCode === 421 || responseCode === 454) return 'rate_limit_error';
  if (responseCode >= 400) return 'api_error';
  return code === 'EPROTOCOL' ? 'data_error' : 'network_error';
}

function sentenceOf(type: IntegrationErrorType): string {
  if (type === 'authentication_error') return 'The mail server rejected our credentials.';
  if (type === 'network_error') return 'The mail server could not be reached.';
  return 'The mail server does not take mails at the moment.';
}
