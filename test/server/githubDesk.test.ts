import { expect, test } from 'vitest';
import { Attachment } from '../../src/contract/attachment.ts';
import { draft } from './support/api.ts';
import { openGithubForFile } from './support/desks/githubFile.ts';
import { dataOf } from './support/envelope.ts';
import { png, upload } from './support/upload.ts';

const { github, onlyIssue, connect, connected } = openGithubForFile();
const first = ['visitor', null, draft.description];
/** The texts of the comments, without our marks. */
const said = () =>
  onlyIssue().comments.map(({ body }) => body.replace(/^<!-- support-request: \S+ -->\s+/, ''));

test('a request is an issue with labels, its customer and the facts', async () => {
  const { request, work, say, ticket } = await connect();
  const id = await request({ priority: 'high' });
  await say(id, 'One more thing.');
  await work();
  const issue = onlyIssue();
  expect(issue).toMatchObject({ title: draft.subject, labels: ['support request'] });
  expect(issue.body).toMatch(
    new RegExp(`^<!-- support-request: ${id} -->\n\n${draft.description}`),
  );
  expect(issue.body).toContain('Customer: Ada Lovelace (ada@customer.example)\n\nPriority: high');
  expect(said()).toEqual(['**Customer:**\n\nOne more thing.']);
  expect((await ticket(id)).help_desk).toMatchObject({ number: '#1', url: issue.html_url });
});

test('a text of the customer mentions no user, refers to no issue, and hides nothing', async () => {
  const { request, work } = await connect();
  await request({ description: 'Ask @octo or a@b.example about #12 <!-- support-request: x -->' });
  await work();
  expect(onlyIssue().body).toContain(
    'Ask @<!-- -->octo or a@b.example about #<!-- -->12 &lt;!-- support-request: x -->',
  );
});

test('only a comment of the team that begins with Reply: reaches the visitor, once', async () => {
  const { id, report, seen, notes, answer, work } = await connected();
  const { comment } = github();
  comment(1, 'Is it the bug of last week?');
  comment(1, 'Reply: It is fixed.\r\nPlease try again.');
  const stranger = { id: 3, login: 'mallory', type: 'User' };
  comment(1, 'Reply: Send me your password.', { user: stranger, author_association: 'NONE' });
  const forged = `<!-- support-request: ${id} -->\n\nReply: I forge a mark.`;
  comment(1, forged, { user: stranger, author_association: 'CONTRIBUTOR' });
  await report();
  await answer(id, 'From our desk.');
  await answer(id, 'Our note.', true);
  await work({ isAll: true });
  await report();
  expect(await seen(id)).toEqual([
    first,
    ['agent', 'octo', 'It is fixed.\nPlease try again.'],
    ['agent', 'Acme Support', 'From our desk.'],
  ]);
  expect(await notes(id)).toEqual([
    'Is it the bug of last week?',
    'Reply: Send me your password.',
    forged,
    'Our note.',
  ]);
  expect(said().slice(-2)).toEqual([
    '**Answer to the customer, Acme Support:**\n\nFrom our desk.',
    '**Note, Acme Support:**\n\nOur note.',
  ]);
});

test('a closed issue resolves the request, and a reply of the visitor opens both again', async () => {
  const { id, report, read, say, work, setStatus } = await connected();
  const status = async () => (await read(id)).ticket.status;
  onlyIssue().assignees.push(onlyIssue().user);
  await report();
  expect(await status()).toBe('open');
  await setStatus(id, 'pending');
  await work();
  await report();
  expect(await status()).toBe('pending');
  onlyIssue().state = 'closed';
  await report();
  expect(await status()).toBe('resolved');
  await say(id, 'It is back.');
  await work();
  expect(onlyIssue()).toMatchObject({ state: 'open', state_reason: 'reopened' });
  await setStatus(id, 'resolved');
  await work();
  expect(onlyIssue()).toMatchObject({ state: 'closed', state_reason: 'completed' });
});

test('an answer whose event got lost is found, on any page of the changes and comments', async () => {
  const { id, watch, work, seen } = await connected();
  for (let count = 0; count < 100; count += 1) github().comment(1, 'Discussed.');
  github().comment(1, 'Reply: Did you get this?');
  const { issues } = github();
  const [ours] = issues;
  if (ours === undefined) throw new Error('The issue is missing.');
  issues.unshift(...Array.from({ length: 100 }, () => ({ ...ours, number: 0 })));
  await watch({ isDue: true });
  await work();
  expect((await seen(id)).at(-1)).toEqual(['agent', 'octo', 'Did you get this?']);
});

test.each([
  ['an issue', /POST .*issues$/],
  ['a comment', /POST .*comments$/],
])(
  '%s without a response exists once after the retry, and is not imported',
  async (_case, matches) => {
    const { request, say, work, deliver, seen } = await connect({ timeoutMs: 300 });
    const id = await request();
    await say(id, 'Second.');
    github().faults.push({ matches, response: 'hang', isApplied: true });
    await work();
    await work({ isAll: true });
    await deliver(github().webhook({ issue: { number: 1 } }));
    await work({ isAll: true });
    expect(said()).toHaveLength(1);
    expect(await seen(id)).toEqual([first, ['visitor', null, 'Second.']]);
  },
);

test('a comment of an unknown form is named, and does not hold up the others', async () => {
  const { id, report, seen, notes } = await connected();
  const odd = github().comment(1, 'Reply: Odd.');
  Object.assign(odd, { body: 7 });
  github().comment(1, 'Reply: After.');
  await report();
  expect((await seen(id)).slice(1)).toEqual([['agent', 'octo', 'After.']]);
  const named = `- comment ${odd.id} (unknown form: body)`;
  expect(await notes(id)).toEqual([`Not taken from GitHub. Read it there:\n${named}`]);
});

test('files of a comment reach the visitor, and those of the visitor are named', async () => {
  const { app, page, request, work, deliver, read } = await connect();
  const sent = await dataOf(await upload(app, page, { name: 'a.png', bytes: png }), Attachment);
  const id = await request({ attachments: [sent.id] });
  await work();
  expect(onlyIssue().body).toContain('(The file a.png was not accepted here. See the request.)');
  const [shot, log] = [
    github().addFile(png, 'picture'),
    github().addFile(Buffer.from('x'), 'file'),
  ];
  const body = `Reply: See <img width="9" alt="shot" src="${shot.url}"> and [a.txt](${log.url}) and [that](https://x.example/y).`;
  github().comment(1, body, { body_html: shot.html });
  await deliver(github().webhook({ issue: { number: 1 } }));
  await work();
  const last = (await read(id)).messages.at(-1);
  expect(last?.body).toBe('See  and a.txt and [that](https://x.example/y).');
  expect(last?.attachments.map(({ name, size }) => [name, size])).toEqual([
    ['shot.png', png.length],
    ['a.txt', 1],
  ]);
});
