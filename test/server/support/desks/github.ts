import { createHmac, randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { bearer } from '../providerCase.ts';
import { type StandIn, type StandInAnswer, type StandInRequest, startStandIn } from '../standIn.ts';
import { type Fault, Rejection, withFaults } from './faults.ts';
import {
  Change,
  fullName,
  type GithubComment,
  type GithubIssue,
  member,
  NewComment,
  NewIssue,
  own,
  rejected,
  token,
  webhookSecret,
} from './githubSchema.ts';
import type { SignedRequest } from './zendesk.ts';

interface FakeGithub {
  standIn: StandIn;
  faults: Fault[];
  issues: GithubIssue[];
  /** Changes who can read the repository. */
  publish(isPublic: boolean): void;
  credentials: Record<string, string>;
  /** Someone comments on GitHub. By default a member of the team. */
  comment(number: number, body: string, about?: Partial<GithubComment>): GithubComment;
  /** Returns the address of a file, and the HTML of a picture with a signed one. */
  addFile(content: Buffer, kind: 'picture' | 'file'): { url: string; html: string };
  webhook(event: object, how?: { secret?: string; isForm?: boolean }): SignedRequest;
  clear(): void;
  close(): Promise<void>;
}

/** Starts a stand-in for GitHub that stores issues, and checks each request like the real one. */
export async function startGithub(): Promise<FakeGithub> {
  const standIn = await startStandIn();
  const issues: GithubIssue[] = [];
  const files = new Map<string, Buffer>();
  let isPublic = false;
  let nextId = 9_000;

  function find(number: string): GithubIssue {
    const issue = issues.find((one) => String(one.number) === number);
    if (issue === undefined) throw rejected(404, 'Not Found');
    if (issue.isGone) throw rejected(410, 'This issue was deleted');
    return issue;
  }
  const shown = ({ comments, isGone: _, ...issue }: GithubIssue) => ({
    ...issue,
    comments: comments.length,
  });

  function page(all: readonly object[], query: URLSearchParams): object[] {
    const [size, number] = [query.get('per_page'), query.get('page')].map(Number);
    if (!size || size > 100 || !number) throw rejected(422, 'per_page');
    return all.slice((number - 1) * size, number * size);
  }

  function create(json: unknown): object {
    const given = z.parse(NewIssue, json);
    const number = issues.length + 1;
    const html_url = `https://github.com/${fullName}/issues/${number}`;
    const about = { state: 'open', state_reason: null, user: own, assignees: [], isGone: false };
    const issue = { number, html_url, ...given, ...about, comments: [] };
    issues.push(issue);
    return shown(issue);
  }

  function addComment(issue: GithubIssue, body: string, about: Partial<GithubComment> = {}) {
    const by = { user: own, author_association: 'MEMBER', body_html: `<p>${body}</p>` };
    const comment = { id: nextId++, body, ...by, ...about };
    issue.comments.push(comment);
    return comment;
  }

  function listIssues(query: URLSearchParams): object[] {
    if (query.get('state') !== 'all') throw rejected(422, 'state');
    if (query.get('sort') === 'updated') z.parse(z.iso.datetime(), query.get('since'));
    const all = query.get('direction') === 'desc' ? issues.toReversed() : issues;
    return page(all.map(shown), query);
  }

  function inRepository(request: StandInRequest, path: string, query: URLSearchParams): object {
    const json = (): unknown => JSON.parse(request.body);
    const [, number = '', rest = ''] = /^\/issues(?:\/(\d+))?(\/comments)?$/.exec(path) ?? [];
    const line = `${request.method} ${path.replace(/\d+/, '*')}`;
    if (line === 'GET ') return { full_name: fullName, private: !isPublic };
    if (line === 'POST /issues') return create(json());
    if (line === 'GET /issues') return listIssues(query);
    if (line === 'POST /issues/*/comments') {
      return addComment(find(number), z.parse(NewComment, json()).body);
    }
    if (rest !== '') return page(find(number).comments, query);
    if (line === 'GET /issues/*') return shown(find(number));
    if (line === 'PATCH /issues/*') {
      return shown(Object.assign(find(number), z.parse(Change, json())));
    }
    throw rejected(404, 'Not Found');
  }

  function decide(request: StandInRequest): StandInAnswer {
    const { pathname, searchParams } = new URL(request.path, standIn.url);
    const isSigned = searchParams.get('jwt') === 'signed';
    const isAuthorized = request.headers.authorization === bearer(token).authorization;
    const file = files.get(pathname);
    if (file !== undefined && isSigned) return { status: 200, body: file };
    if (!isAuthorized) throw rejected(401, 'Bad credentials');
    if (file !== undefined) {
      // Pictures of private repositories need a signed address.
      if (pathname.includes('/assets/')) throw rejected(404, 'Not Found');
      return { status: 200, body: file };
    }
    const prefix = `/repos/${fullName}`;
    const isOurs = pathname.toLowerCase().startsWith(prefix.toLowerCase());
    if (!isOurs) throw rejected(404, 'Not Found');
    if (request.headers['x-github-api-version'] !== '2022-11-28') throw rejected(400, 'Version');
    const body = inRepository(request, pathname.slice(prefix.length), searchParams);
    return { status: request.method === 'POST' ? 201 : 200, body };
  }

  const { faults, respond } = withFaults((request) => {
    try {
      return decide(request);
    } catch (error) {
      return (error instanceof Rejection ? error : rejected(422, String(error))).response;
    }
  });
  standIn.respond(respond);

  return {
    standIn,
    faults,
    issues,
    publish(given) {
      isPublic = given;
    },
    credentials: { token, repository: 'acme/support', webhook_secret: webhookSecret },
    comment: (number, body, about) =>
      addComment(find(String(number)), body, { user: member, ...about }),
    addFile(content, kind) {
      const id = randomUUID();
      const path =
        kind === 'picture' ? `/user-attachments/assets/${id}` : `/user-attachments/files/7/a.txt`;
      files.set(path, content);
      files.set(`/private/1-${id}.png`, content);
      const url = standIn.url + path;
      return { url, html: `<img src="${standIn.url}/private/1-${id}.png?a=1&amp;jwt=signed">` };
    },
    webhook(event, { secret = webhookSecret, isForm = false } = {}) {
      const json = JSON.stringify({
        repository: { full_name: fullName },
        action: 'created',
        ...event,
      });
      const body = isForm ? new URLSearchParams({ payload: json }).toString() : json;
      const signature = createHmac('sha256', secret).update(body).digest('hex');
      return {
        body,
        headers: {
          'Content-Type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
          'X-GitHub-Event': 'issue_comment',
          'X-GitHub-Delivery': randomUUID(),
          'X-Hub-Signature-256': `sha256=${signature}`,
        },
      };
    },
    clear() {
      for (const list of [issues, faults, standIn.requests]) list.length = 0;
      isPublic = false;
    },
    close: () => standIn.close(),
  };
}
