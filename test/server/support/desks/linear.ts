import { createHmac, randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { type StandIn, type StandInAnswer, type StandInRequest, startStandIn } from '../standIn.ts';
import { type Fault, Rejection, withFaults } from './faults.ts';
import {
  apiKey,
  invalid,
  type LinearComment,
  type LinearIssue,
  states,
  teamId,
  Variables,
  webhookSecret,
} from './linearSchema.ts';
import type { SignedRequest } from './zendesk.ts';

export interface FakeLinear {
  standIn: StandIn;
  faults: Fault[];
  issues: LinearIssue[];
  files: Map<string, Buffer>;
  credentials: Record<string, string>;
  /** A member of the team comments in Linear. */
  comment(id: string, body: string): void;
  addFile(content: Buffer): string;
  webhook(event: object, how?: { at?: number; secret?: string }): SignedRequest;
  clear(): void;
  close(): Promise<void>;
}

/** Starts a stand-in for Linear that stores issues, and checks each request like the real one. */
export async function startLinear(): Promise<FakeLinear> {
  const standIn = await startStandIn();
  const issues: LinearIssue[] = [];
  const files = new Map<string, Buffer>();
  let minutes = 0;

  const comment = (id: string, body: string, name: string): LinearComment => ({
    id,
    body,
    createdAt: new Date(Date.UTC(2026, 0, 1, 0, minutes++)).toISOString(),
    user: { name },
  });
  function find(id: string): LinearIssue {
    const issue = issues.find((one) => one.id === id && !one.trashed);
    if (issue === undefined) throw invalid('Entity not found: Issue - Could not find issue.');
    return issue;
  }
  const shown = ({ comments, stateId, ...issue }: LinearIssue) => ({
    ...issue,
    state: states.find(({ id }) => id === stateId),
    team: { states: { nodes: states } },
    // Newest first, like the real API.
    comments: {
      nodes: comments.toReversed(),
      pageInfo: { hasNextPage: false, endCursor: null },
    },
  });

  function run(query: string, variables: unknown): object {
    if (query.includes('issueCreate(')) {
      const { input } = z.parse(Variables.issueCreate, variables);
      if (issues.some(({ id }) => id === input.id)) throw invalid('Entity with id already exists.');
      const identifier = `SUP-${issues.length + 1}`;
      const url = `https://linear.app/acme/issue/${identifier}`;
      const { id, title, description, priority } = input;
      const given = { id, title, description, priority };
      const made = { ...given, identifier, url, trashed: null, stateId: 'backlog', comments: [] };
      issues.push(made);
      return { issueCreate: { issue: shown(made) } };
    }
    if (query.includes('commentCreate(')) {
      const { input } = z.parse(Variables.commentCreate, variables);
      const issue = find(input.issueId);
      if (issue.comments.some(({ id }) => id === input.id)) throw invalid('It already exists.');
      issue.comments.push(comment(input.id, input.body, 'Integration'));
      return { commentCreate: { comment: { id: input.id } } };
    }
    if (query.includes('issueUpdate(')) {
      const { id, stateId } = z.parse(Variables.issueUpdate, variables);
      find(id).stateId = stateId;
      return { issueUpdate: { success: true } };
    }
    if (query.includes('fileUpload(')) {
      const { filename, size } = z.parse(Variables.fileUpload, variables);
      if (filename.endsWith('.log')) throw invalid('This type of file is not allowed.');
      const path = `/files/${randomUUID()}`;
      const uploadUrl = `${standIn.url}/put${path}?size=${size}`;
      const headers = [{ key: 'x-goog-content-length-range', value: `${size},${size}` }];
      const uploadFile = { uploadUrl, assetUrl: standIn.url + path, headers };
      return { fileUpload: { uploadFile } };
    }
    if (query.includes('updatedAt')) {
      const { after } = z.parse(Variables.changes, variables);
      // A comment can also be of a document. Each page has one entry.
      const nodes = query.includes('comments(')
        ? [{ issue: null }, ...issues.map(({ id }) => ({ issue: { id } }))]
        : [];
      const at = after === null ? 0 : Number(after);
      const pageInfo = { hasNextPage: at + 1 < nodes.length, endCursor: String(at + 1) };
      return { changed: { nodes: nodes.slice(at, at + 1), pageInfo } };
    }
    const { id } = z.parse(z.object({ id: z.string() }), variables);
    return { issues: { nodes: issues.filter((issue) => issue.id === id).map(shown) } };
  }

  function putFile({ path, headers, bytes }: StandInRequest): StandInAnswer {
    const [, key = '', size] = /^\/put(\/files\/[^?]+)\?size=(\d+)$/.exec(path) ?? [];
    const isComplete = headers['x-goog-content-length-range'] === `${size},${size}`;
    // The address is signed, so credentials must not be sent.
    if (!isComplete || bytes.length !== Number(size) || headers.authorization) {
      throw new Rejection(403, 'SignatureDoesNotMatch');
    }
    files.set(key, bytes);
    return { status: 200 };
  }

  function decide(request: StandInRequest): StandInAnswer {
    if (request.method === 'PUT') return putFile(request);
    if (request.headers.authorization !== apiKey) {
      const extensions = { type: 'authentication error', code: 'AUTHENTICATION_ERROR' };
      throw new Rejection(401, { errors: [{ message: 'Authentication required', extensions }] });
    }
    const file = files.get(request.path);
    if (file !== undefined) return { status: 200, body: file };
    const Body = z.object({ query: z.string(), variables: z.unknown() });
    const { query, variables } = z.parse(Body, JSON.parse(request.body));
    return { status: 200, body: { data: run(query, variables) } };
  }

  const { faults, respond } = withFaults((request) => {
    try {
      return decide(request);
    } catch (error) {
      return (error instanceof Rejection ? error : invalid(String(error))).response;
    }
  });
  standIn.respond(respond);

  return {
    standIn,
    faults,
    issues,
    files,
    credentials: { api_key: apiKey, team_id: teamId, webhook_secret: webhookSecret },
    comment: (id, body) => void find(id).comments.push(comment(randomUUID(), body, 'Lin Engineer')),
    addFile(content) {
      const path = `/files/${randomUUID()}`;
      files.set(path, content);
      return standIn.url + path;
    },
    webhook(event, { at = Date.now(), secret = webhookSecret } = {}) {
      const body = JSON.stringify({ action: 'create', webhookTimestamp: at, ...event });
      const signature = createHmac('sha256', secret).update(body).digest('hex');
      return {
        body,
        headers: { 'Content-Type': 'application/json', 'Linear-Signature': signature },
      };
    },
    clear() {
      for (const list of [issues, faults, standIn.requests]) list.length = 0;
    },
    close: () => standIn.close(),
  };
}
