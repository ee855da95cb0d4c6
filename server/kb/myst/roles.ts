/** A role, or code, in which there are no roles. */
const roleOrCode =
  /(?<!\\)\{(?<name>[A-Za-z][\w:+.-]{0,40})\}(?<mark>`+)(?<text>[^`]+)\k<mark>(?!`)|(?<!`)(?<fence>`+)(?!`)[\s\S]*?(?<!`)\k<fence>(?!`)/g;
const plain =
  /^(?:sub|sup|abbr|term|guilabel|menuselection|bdg[\w-]*|emphasis|underline|strike|delete|u)$/;
const icon = /^(?:octicon|fa[bsr]?|material-[\w-]+|iconify)$/;
const address = /^(?:doc|download|any)$/;
const label = /^(?:ref|numref|eq|math:numref|prf:ref|std:ref)$/;

/** Longer lines are data, not text. */
const maxLineLength = 10_000;

interface RoleTarget {
  url: string;
  title: string;
}

/** Finds the targets of links to labels and pages. */
export interface RoleTargets {
  label(label: string): RoleTarget | undefined;
  page(path: string): RoleTarget | undefined;
}

const unknown: RoleTargets = { label: () => undefined, page: () => undefined };

/**
 * Converts the roles of MyST in a line, such as `` {ref}`text <label>` ``: to a link, to text, or
 * to code.
 */
export function plainRoles(line: string, targets = unknown): string {
  if (!line.includes('}`') || line.length > maxLineLength) return line;
  return line.replaceAll(roleOrCode, (whole, ...found) => {
    const { name, text = '' }: Record<string, string | undefined> = found.at(-1);
    return name === undefined ? whole : markdownOf(name.toLowerCase(), text, targets);
  });
}

function markdownOf(role: string, text: string, targets: RoleTargets): string {
  const { title, target } = partsOf(text);
  if (icon.test(role)) return '';
  if (plain.test(role)) return title;
  if (address.test(role)) return linkOf(title, target, targets.page(target) ?? { url: target });
  if (label.test(role))
    return linkOf(title, target, targets.label(target) ?? { url: `#${target}` });
  // `~pkg.Name` is shown as `Name`.
  return `\`${title.startsWith('~') ? title.replace(/^~.*?(?=[^.]*$)/, '') : title}\``;
}

/** A link without a text of its own has the title of its target. */
function linkOf(title: string, target: string, found: { url: string; title?: string }): string {
  return `[${title === target ? (found.title ?? title) : title}](<${found.url}>)`;
}

/** Returns the parts of `title <target>`. */
function partsOf(text: string): { title: string; target: string } {
  const found = /^(?<title>[^<>]+?)\s*<(?<target>[^<>]+)>$/.exec(text.trim())?.groups;
  const target = (found?.target ?? text).trim();
  return { title: (found?.title ?? text).trim(), target };
}
