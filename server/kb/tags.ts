/** Returns the Markdown of a line of tags; unknown tags are omitted. */
export type TagLine =
  | { kind: 'open'; name: string; title: string }
  | { kind: 'close' }
  | { kind: 'text'; text: string }
  | { kind: 'nothing' };

const nothing: TagLine = { kind: 'nothing' };
/** Components and tags of Nextra, Starlight, Docusaurus and Mintlify that are callouts. */
const callouts =
  /^(Callout|Aside|Admonition|Note|Tip|Info|Warning|Danger|Caution|Check|Alert|Hint)$/;

/** Comments of MDX, and places for a table of contents, which readers have anyway. */
const nothings = /^(?:\{\/\*.*\*\/\}|\[\[?_?toc_?\]?\]|\{:\s*toc\s*\})$/i;

/**
 * Parses lines such as `{% hint style="info" %}`, `{{< note >}}` and `<Callout type="warning">`.
 * Returns undefined for text.
 */
export function lineOfTag(line: string): TagLine | undefined {
  if (line.length > 1_000) return undefined;
  const liquid = /^\{%-?\s*(\w[\w-]*)\s*(.*?)\s*-?%\}$/.exec(line);
  if (liquid !== null) return lineOfLiquid(liquid[1] ?? '', liquid[2] ?? '');
  const short = /^\{\{[<%]\s*(\/?)\s*([\w-]+)\s*(.*?)\s*\/?[>%]\}\}$/.exec(line);
  if (short !== null) return lineOfShortcode(short[2] ?? '', short[3] ?? '', short[1] === '/');
  if (/^<summary>.*<\/summary>$/i.test(line)) {
    return { kind: 'text', text: `**${textOf(line)}**\n` };
  }
  const element = /^<(\/?)([A-Za-z][\w.]*)\b([^<>]*)>(?:\s*<summary>(.*)<\/summary>)?$/.exec(line);
  if (element !== null) {
    return lineOfElement(element[2] ?? '', element[3] ?? '', element[1] === '/', element[4] ?? '');
  }
  return nothings.test(line) ? nothing : undefined;
}

function lineOfLiquid(name: string, rest: string): TagLine {
  if (name === 'hint')
    return { kind: 'open', name: attributeOf(rest, 'style') || 'note', title: '' };
  if (name === 'endhint') return { kind: 'close' };
  if (name === 'tab' || name === 'code') return bold(attributeOf(rest, 'title'));
  if (name === 'embed') return linkTo(attributeOf(rest, 'url'));
  if (name === 'file') return linkTo(attributeOf(rest, 'src'));
  // Its successor, `content-ref`, contains the link.
  if (name === 'page-ref') return linkTo(attributeOf(rest, 'page'));
  return nothing;
}

function lineOfShortcode(name: string, rest: string, isEnd: boolean): TagLine {
  if (/^(note|tip|info|warning|caution|danger|alert|callout|hint|admonition)$/i.test(name)) {
    if (isEnd) return { kind: 'close' };
    const isGeneral = /^(alert|callout|hint|admonition)$/i.test(name);
    const tone = attributeOf(rest, 'type') || attributeOf(rest, 'color') || 'note';
    const [kind = 'note'] = tone.split(' ');
    return { kind: 'open', name: isGeneral ? kind : name, title: attributeOf(rest, 'title') };
  }
  if (name === 'figure' || name === 'img') {
    return { kind: 'text', text: `![${attributeOf(rest, 'alt')}](${attributeOf(rest, 'src')})` };
  }
  const link = attributeOf(rest, 'link');
  if (link !== '' && !isEnd) {
    return { kind: 'text', text: `\n[${attributeOf(rest, 'title') || link}](<${link}>)\n` };
  }
  return name === 'tab' && !isEnd ? bold(nameOfTab(rest)) : nothing;
}

/** Returns the name of a tab from the attributes of its tag, or from its first value. */
export function nameOfTab(rest: string): string {
  const named = ['name', 'header', 'title', 'label'].map((key) => attributeOf(rest, key));
  const first = /^\s*(?:"([^"]*)"|([^\s="/]+)(?=\s|$))/.exec(rest);
  return named.find((name) => name !== '') ?? first?.[1] ?? first?.[2] ?? '';
}

function lineOfElement(
  name: string,
  rest: string,
  isEnd: boolean,
  summary: string,
): TagLine | undefined {
  const isSelfClosed = rest.trim().endsWith('/');
  if (name.toLowerCase() === 'details') {
    return isEnd ? { kind: 'close' } : { kind: 'open', name: 'details', title: textOf(summary) };
  }
  if (!/^[A-Z]/.test(name)) return undefined;
  if (callouts.test(name)) {
    if (isSelfClosed) return nothing;
    if (isEnd) return { kind: 'close' };
    const isGeneral = /^(Callout|Aside|Admonition|Alert|Hint)$/.test(name);
    const tone = isGeneral
      ? attributeOf(rest, 'type') || attributeOf(rest, 'style') || 'note'
      : name;
    return { kind: 'open', name: tone, title: attributeOf(rest, 'title') };
  }
  if (isEnd) return nothing;
  if (/^(TabItem|Tab|Tabs\.Tab|Card|Step|Accordion)$/.test(name)) {
    return bold(
      attributeOf(rest, 'label') || attributeOf(rest, 'title') || attributeOf(rest, 'value'),
    );
  }
  return nothing;
}

function bold(text: string): TagLine {
  return text === '' ? nothing : { kind: 'text', text: `\n**${text}**\n` };
}

function linkTo(url: string): TagLine {
  return url === '' ? nothing : { kind: 'text', text: `[${url}](${url})` };
}

export function attributeOf(attributes: string, name: string): string {
  const found = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|(\\w+))`).exec(attributes);
  return (found?.[1] ?? found?.[2] ?? found?.[3] ?? '').trim();
}

function textOf(html: string): string {
  return html.replaceAll(/<[^<>]*>/g, '').trim();
}
