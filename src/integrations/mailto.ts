import type { ResolvedTenant, ResolvedUser } from '../core/person.ts';

/** Everything that a request by mail contains. */
export interface MailRequest {
  to: string;
  issueType: string;
  description: string;
  user: ResolvedUser;
  tenant: ResolvedTenant;
  browser: string;
  url: string;
  /** ISO 8601. */
  timestamp: string;
  version: string;
}

export interface Mail {
  to: string;
  subject: string;
  /** Complete text with line feeds, for the clipboard. */
  body: string;
  /** A mailto link (RFC 6068) with less than 2,000 characters. */
  href: string;
  /** True if the link cannot hold the complete description. */
  cut: boolean;
}

/**
 * Maximum length of a link that every mail program and browser accepts (requirements: under 2,000).
 */
const maxLink = 1_999;
const cutMark =
  '\n[Cut here: the text was too long for a mail link. Please paste the full request.]';

/**
 * Maximum encoded length of each value in a link, so that there is always space for the
 * description.
 */
const room = {
  to: 120,
  company: 90,
  name: 90,
  email: 120,
  browser: 140,
  url: 160,
  short: 40,
};

/**
 * Creates the request as a mail: the complete text for the clipboard, and a link that opens it in a
 * mail program. If the link is too long, values are truncated first, then the description.
 */
export function createMail(request: MailRequest): Mail {
  const whole = linkOf(request, request.description);
  const small = shortened(request);
  const link = (description: string) => linkOf(small, description);
  const cut = whole.length > maxLink;
  const href = cut ? longestThatFits(request.description, link) : whole;
  const to = line(request.to);
  return { to, subject: subjectOf(request), body: bodyOf(request, request.description), href, cut };
}

function linkOf(request: MailRequest, description: string): string {
  const to = encode(line(request.to)).replaceAll('%40', '@');
  return `mailto:${to}?subject=${encode(subjectOf(request))}&body=${encode(bodyOf(request, description))}`;
}

function subjectOf({ tenant, issueType }: MailRequest): string {
  return `[Support] ${line(tenant.name)} - ${line(issueType)}`;
}

function bodyOf(request: MailRequest, description: string): string {
  const { user, tenant } = request;
  return [
    'Hi PenguinMails Support Team,',
    '',
    'I need assistance with:',
    description.trim() || '[Please describe your issue here]',
    '',
    '---',
    'Customer Information:',
    `- Company: ${line(tenant.name)}`,
    `- User: ${line(user.name)} (${line(user.email)})`,
    `- Plan: ${line(tenant.plan)}`,
    `- Account Created: ${line(tenant.created)}`,
    `- Last Login: ${line(user.lastLogin)}`,
    '',
    'Technical Information:',
    `- Browser: ${line(request.browser)}`,
    `- URL: ${line(request.url)}`,
    `- Timestamp: ${line(request.timestamp)}`,
    `- Version: ${line(request.version)}`,
    '',
    'Please include this information when responding.',
    '',
    'Best regards,',
    line(user.name),
  ].join('\n');
}

/**
 * Returns text on one line, so that no line break or other control character can start a header or
 * a line.
 */
function line(value: string | undefined): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is taken out
  return value?.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim() || 'Unknown';
}

function shortened(request: MailRequest): MailRequest {
  const { user, tenant } = request;
  return {
    ...request,
    to: clip(line(request.to), room.to),
    user: {
      name: clip(line(user.name), room.name),
      email: clip(line(user.email), room.email),
      lastLogin: clip(line(user.lastLogin), room.short),
    },
    tenant: {
      name: clip(line(tenant.name), room.company),
      plan: clip(line(tenant.plan), room.short),
      created: clip(line(tenant.created), room.short),
    },
    issueType: clip(line(request.issueType), room.short),
    browser: clip(line(request.browser), room.browser),
    url: clip(line(request.url), room.url),
    timestamp: clip(line(request.timestamp), room.short),
    version: clip(line(request.version), room.short),
  };
}

/**
 * Percent-encodes text, with line ends as `%0D%0A`. Unpaired surrogates become U+FFFD, because they
 * cannot be encoded.
 */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd').replace(/\r\n?|\n/g, '\r\n'));
}

/** Returns the longest beginning whose encoded form has at most `max` characters. */
function clip(text: string, max: number): string {
  return encode(text).length <= max ? text : beginning(text, (part) => encode(part).length <= max);
}

function longestThatFits(description: string, link: (description: string) => string): string {
  const marked = (part: string) => link(part + cutMark);
  const all = link(description);
  return all.length <= maxLink
    ? all
    : marked(beginning(description.trim(), (part) => marked(part).length <= maxLink));
}

/** Returns the longest beginning that passes, without splitting a character. Uses binary search. */
function beginning(text: string, passes: (part: string) => boolean): string {
  const characters = [...text.slice(0, maxLink)];
  let low = 0;
  let high = characters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (passes(characters.slice(0, middle).join(''))) low = middle;
    else high = middle - 1;
  }
  return characters.slice(0, low).join('');
}
