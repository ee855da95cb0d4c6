import { posix } from 'node:path';
import { type LinkedFile, type LinkTarget, labelsOf, pagesOf, readable } from './labels.ts';
import { plainRoles, type RoleTargets } from './roles.ts';
import { type MystSite, readMystSite } from './site.ts';
import { mapTextLines } from './textLines.ts';

/** A link, an address between `<` and `>`, or code, in which there are no links. */
const linkOrCode =
  /(?<!\\)(?<!!)\[(?<text>[^[\]]{0,300})\]\(\s*<?(?<url>[^\s<>()]{1,300})>?\s*\)|<(?<auto>(?:project|path|xref|wiki|doi):[^\s<>]{1,300})>|(?<!`)(?<mark>`+)(?!`)[\s\S]*?(?<!`)\k<mark>(?!`)/g;
const substitution = /\{\{\s*([\w-]{1,100})\s*\}\}|(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\2(?!`)/g;
const knownSites = new Map([
  ['doi', 'https://doi.org/'],
  ['wiki', 'https://en.wikipedia.org/wiki/'],
]);
/** Substitutions can contain others. */
const maxSubstitutions = 3;

interface MystFile extends LinkedFile {
  source: string;
  /** Values of its front matter. */
  substitutions: ReadonlyMap<string, string>;
}

/**
 * Completes the files of a folder if it is one of MyST: substitutions, links to labels and pages of
 * other files, and links without a text, which get the title of their target.
 */
export function withCrossReferences<T extends MystFile>(folder: string, files: readonly T[]): T[] {
  const site = readMystSite(folder);
  const hasLabels = files.some(({ content }) => /^\([^()\s]+\)=\s*$/m.test(content));
  if (site === undefined && !hasLabels) return [...files];
  const contents = completed(files, site ?? { substitutions: new Map(), sites: new Map() });
  return files.map((file, at) => {
    const front = file.source.slice(0, file.source.length - file.content.length);
    const content = contents[at] ?? file.content;
    return { ...file, content, source: front + content };
  });
}

function completed(files: readonly MystFile[], site: MystSite): string[] {
  const labels = labelsOf(files);
  const findPage = pagesOf(files);
  return files.map(({ path, content, substitutions }) => {
    const values = new Map([...site.substitutions, ...substitutions]);
    const link = (target: LinkTarget) => {
      const hash = target.anchor === '' ? '' : `#${target.anchor}`;
      const relative = posix.relative(posix.dirname(path), target.path);
      return {
        title: target.title,
        url: target.path === path && hash !== '' ? hash : relative + hash,
      };
    };
    const roles: RoleTargets = {
      label: (label) => found(labels.get(label), link),
      page: (name) => found(findPage(path, name), link),
    };
    const find = (url: string, isBare: boolean) => {
      const page = roles.page(url);
      return (
        targetOf(url, site, roles) ?? (isBare && page ? { url, title: page.title } : undefined)
      );
    };
    const complete = (line: string) =>
      plainRoles(substituted(line, values), roles).replaceAll(linkOrCode, (whole, ...all) => {
        const { text = '', url, auto }: Record<string, string | undefined> = all.at(-1);
        const address = url ?? auto;
        if (address === undefined) return whole;
        const target = find(address, text.trim() === '');
        if (target === undefined && text.trim() !== '') return whole;
        return `[${text.trim() || target?.title || readable(address)}](<${target?.url ?? address}>)`;
      });
    return mapTextLines(content, complete);
  });
}

const found = <T>(target: LinkTarget | undefined, link: (target: LinkTarget) => T) =>
  target === undefined ? undefined : link(target);

/** Returns the address and title of a link's target, or undefined for an ordinary address. */
function targetOf(address: string, { sites }: MystSite, { label, page }: RoleTargets) {
  const [, scheme, rest = ''] = /^(project|path|xref|wiki|doi):(.*)$/.exec(address) ?? [];
  if (scheme === 'xref') {
    const [, name = '', place = ''] = /^([^/#]+)(.*)$/.exec(rest) ?? [];
    const site = sites.get(name)?.replace(/\/$/, '');
    return site === undefined ? undefined : { url: site + place, title: readable(place || name) };
  }
  const known = knownSites.get(scheme ?? '');
  if (known !== undefined) return { url: known + rest, title: readable(rest) };
  const url = scheme === undefined ? address : rest;
  const title = page(url)?.title ?? readable(url.replace(/^[^#]*#/, ''));
  const own = scheme === undefined ? undefined : { url, title };
  return url.startsWith('#') ? (label(url.slice(1)) ?? own) : (label(url) ?? own);
}

function substituted(line: string, values: ReadonlyMap<string, string>): string {
  let text = line;
  for (let count = 0; count < maxSubstitutions && text.includes('{{'); count += 1) {
    text = text.replaceAll(substitution, (whole, name?: string) => values.get(name ?? '') ?? whole);
  }
  return text;
}
