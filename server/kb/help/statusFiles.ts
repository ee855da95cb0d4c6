import type { Reply } from '../../../src/contract/endpoint.ts';
import type { getStatus } from '../../../src/contract/status.ts';
import { escapeXml } from './escapeXml.ts';
import type { HelpSite } from './site.ts';
import { helpWords } from './words.ts';

export type PublicStatus = Reply<typeof getStatus>;

interface StatusFile {
  type: string;
  text: string;
}

type Site = Pick<HelpSite, 'name' | 'locale' | 'home'>;

/** The public status in formats for programs, feed readers and pages without scripts, by file name. */
export const statusFiles: Readonly<
  Record<string, ((status: PublicStatus, site: Site) => StatusFile) | undefined>
> = {
  'status.json': (status) => ({ type: 'application/json', text: JSON.stringify(status) }),
  'status.rss': (status, site) => ({ type: 'application/rss+xml', text: feed(status, site) }),
  'status.svg': (status, site) => ({ type: 'image/svg+xml', text: badge(status, site) }),
};

/** Backgrounds with a contrast of at least 4.5 to white. */
const colors: Readonly<Record<PublicStatus['status'], string>> = {
  operational: '#15803d',
  incident: '#b91c1c',
  maintenance: '#1d4ed8',
};

/** Returns a badge whose text says the status, so that it does not depend on its color. */
function badge({ status }: PublicStatus, { name, locale }: Site): string {
  const text = escapeXml(helpWords(locale)[status]);
  const label = escapeXml(`${name}: ${helpWords(locale)[status]}`);
  // The width of a text depends on the fonts of the reader, so it is set: 7 units for a letter, 14
  // for a wide one.
  const length = [...helpWords(locale)[status]].reduce(
    (sum, letter) => sum + (/[\u3000-\u9fff\uff00-\uffef]/.test(letter) ? 14 : 7),
    0,
  );
  const width = length + 36;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="24" viewBox="0 0 ${width} 24" role="img" aria-label="${label}"><title>${label}</title><rect width="${width}" height="24" rx="12" fill="${colors[status]}"/><circle cx="14" cy="12" r="4" fill="#fff"/><text x="${24 + length / 2}" y="16" text-anchor="middle" textLength="${length}" lengthAdjust="spacingAndGlyphs" fill="#fff" font-family="system-ui,sans-serif" font-size="13">${text}</text></svg>\n`;
}

/** Returns incidents and maintenance as RSS 2.0, newest first. Each update changes its item. */
function feed({ incidents, maintenance }: PublicStatus, { name, locale, home }: Site): string {
  const words = helpWords(locale);
  const items = [
    ...incidents.map(({ id, title, started_at, resolved_at, updates }) => ({
      guid: `${id}:${updates.length}:${resolved_at ?? ''}`,
      title: resolved_at === null ? title : words.resolved(title),
      text: updates.map(({ message }) => message).join('\n\n'),
      date: new Date(updates[0]?.created_at ?? started_at),
    })),
    ...maintenance.map(({ id, title, description, starts_at, ends_at }) => ({
      guid: `${id}:${starts_at}:${ends_at}`,
      title: `${words.maintenance}: ${title}`,
      text: [`${starts_at} – ${ends_at}`, description].filter(Boolean).join('\n\n'),
      date: new Date(starts_at),
    })),
  ].sort((a, b) => b.date.getTime() - a.date.getTime());
  const link = escapeXml(home);
  const entries = items.map(
    ({ guid, title, text, date }) =>
      `<item><title>${escapeXml(title)}</title><link>${link}</link><guid isPermaLink="false">${escapeXml(guid)}</guid><pubDate>${date.toUTCString()}</pubDate><description>${escapeXml(text)}</description></item>`,
  );
  const title = escapeXml(`${words.status} · ${name}`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>${title}</title><link>${link}</link><description>${title}</description><language>${escapeXml(locale)}</language>\n${entries.join('\n')}\n</channel></rss>\n`;
}
