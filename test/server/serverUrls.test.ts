import { createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { readServerUrl } from '../../server/ask/serverUrl.ts';
import { findProvider } from '../../server/providers/index.ts';

const cleanUps: (() => void)[] = [];
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp();
});

const faults = (id: string, url: unknown) => findProvider(id)?.check({ url }) ?? [];

test.each([
  ['postgres', 'postgres://x:y@127.0.0.1:1/a?sslrootcert=/dev/zero'],
  ['postgres', 'postgres://x:y@127.0.0.1:1/a?sslcert=/etc/passwd&sslkey=/etc/shadow'],
  ['postgres', 'postgres://x:y@db.example/a?sslmode=require&sslrootcert=/dev/zero'],
  ['postgres', 'postgres://x:y@db.example/a?host=/var/run/postgresql'],
  ['postgres', 'postgres:///a?host=/tmp'],
  ['postgres', 'postgres://%2Fvar%2Frun/a'],
  ['postgres', 'postgres://x:y@a.example,b.example/a'],
  ['postgres', 'postgres://x:y@db.example/a?options=-c%20log_statement%3Dall'],
  ['postgres', 'postgres://x:%zz@db.example/a'],
  ['niledb', 'postgres://x:y@db.example/a?ssl=1&sslpassword=x'],
  ['postgres', 'socket:/run/x?db=a'],
  ['postgres', '/tmp a'],
  ['postgres', 'file:///etc/passwd'],
  ['smtp', 'smtp://h:1?logger=true&debug=true'],
  ['smtp', 'smtp://h:1?proxy=http://169.254.169.254'],
  ['smtp', 'smtp://h:1?tls.ca=/etc/passwd'],
  ['smtp', 'smtp://'],
  ['ses', 'smtps://u:p@h:465?pool=true'],
  ['smtp', 'direct:?name=x'],
  ['smtp', 7],
])('%s: %s is rejected', (id, url) => {
  expect(faults(id, url)).not.toEqual([]);
});

test.each([
  ['postgres', 'postgres://user:p%40ss@db.acme.example:6543/app?sslmode=require'],
  ['postgres', 'postgresql://u@10.0.0.7/app'],
  [
    'niledb',
    'postgres://u:p@eu-central-1.db.thenile.dev/app?sslmode=require&channel_binding=require',
  ],
  ['postgres', 'postgres://u:p@[2001:db8::1]:5432/app'],
  ['smtp', 'smtp://user:password@mail.acme.example:587'],
  ['ses', 'smtps://AKIA:secret@email-smtp.eu-west-1.amazonaws.com'],
])('%s: %s is accepted', (id, url) => {
  expect(faults(id, url)).toEqual([]);
});

test('an address is parsed and percent-decoded', () => {
  expect(readServerUrl('postgres://a%40b:p%2Fw@[::1]:6543/my%20db?sslmode=require')).toEqual({
    protocol: 'postgres:',
    host: '::1',
    port: 6543,
    user: 'a@b',
    password: 'p/w',
    path: 'my db',
    options: new Map([['sslmode', 'require']]),
  });
});

test('stored credentials that are now invalid are a configuration error', async () => {
  const reach = { fetch, signal: AbortSignal.timeout(1_000) };
  const url = 'postgres://x:y@127.0.0.1:1/a?sslrootcert=/dev/zero';
  await expect(findProvider('postgres')?.probe?.({ url }, reach)).rejects.toMatchObject({
    type: 'configuration_error',
    message: expect.stringContaining('Set them again'),
  });
});

test('a database of others never receives the password of our own', async () => {
  const passwords: string[] = [];
  const server = createServer((socket) => {
    socket.once('data', () => {
      socket.write(Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3])); // asks for the password in clear text
      socket.once('data', (message) => {
        passwords.push(message.subarray(5, -1).toString());
        socket.destroy();
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const before = process.env.PGPASSWORD;
  process.env.PGPASSWORD = 'of-our-own';
  cleanUps.push(() => {
    server.close();
    if (before === undefined) delete process.env.PGPASSWORD;
    else process.env.PGPASSWORD = before;
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const reach = { fetch, signal: AbortSignal.timeout(5_000) };
  const probe = findProvider('postgres')?.probe?.(
    { url: `postgres://u@127.0.0.1:${port}/a` },
    reach,
  );
  await expect(probe).rejects.toMatchObject({ type: 'network_error' });
  expect(passwords).toEqual(['']);
});
