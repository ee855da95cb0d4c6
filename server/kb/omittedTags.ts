import { codeLines } from './codeLines.ts';
import { ofTool } from './myst/directives.ts';

const shortcode =
  /\{\{[<%]\s*(?<end>\/?)\s*(?<name>[\w./-]{1,100})(?<rest>[^{}]{0,1000}?)[>%]\}\}/g;
const liquid = /(?<!\{)\{%-?\s*(?<name>\w{1,100})[^{}%]{0,1000}-?%\}/g;
const component =
  /^\s*<(?<name>(?!(?:Tab|TabItem|Card|Step|Accordion)\b)[A-Z][\w.]{0,100})(?:\s[^<>]{0,1000})?\/>\s*$/;
const directive = /^\s*(?:`{3,}|:{3,}|~{3,})\s*\{(?<name>[\w:.+-]{1,60})\}/;
/** Tags whose content or address is part of the article. */
const shown =
  /^(?:rel)?ref$|^(?:note|tip|info|warning|caution|danger|alert|callout|hint|admonition|figure|img|tab|tabpane|include|highlight|code|code-toggle)$/i;
/** Tags of Liquid that control what a page shows, or are read. */
const ofLiquid =
  /^(?:end\w+|hint|tabs?|code|embed|raw|include\w*|highlight|assign|if|elsif|else|for|comment|unless|capture|case|when|link|post_url|stepper|step|columns?|updates?|update|cards?|openapi|file|page)$|^content$/;

/** Returns the tags of an article whose content is made by its tool, and thus is not shown. */
export function omittedTags(source: string): string[] {
  const found = new Set<string>();
  const ended = new Set<string>();
  const isCode = codeLines();
  for (const line of source.split('\n')) {
    const named = directive.exec(line)?.groups?.name ?? '';
    if (ofTool.test(named) && named !== 'eval-rst') found.add(`{${named}}`);
    if (isCode(line) || !/[{<]/.test(line)) continue;
    const text = line.replaceAll(/`[^`]*`/g, '');
    for (const { groups, 0: whole } of text.matchAll(shortcode)) {
      const { end = '', name = '', rest = '' } = groups ?? {};
      if (end === '/') ended.add(name);
      // Within a line, quoted words of a tag are shown.
      const isShown =
        shown.test(name) ||
        /\blink\s*=/.test(rest) ||
        (text.trim() !== whole && /(?<![=\w])"/.test(rest));
      if (!isShown && end === '') found.add(`{{< ${name} >}}`);
    }
    for (const { groups } of text.matchAll(liquid)) {
      if (!ofLiquid.test(groups?.name ?? '')) found.add(`{% ${groups?.name} %}`);
    }
    const name = component.exec(text)?.groups?.name;
    if (name !== undefined) found.add(`<${name} />`);
  }
  return [...found].filter((tag) => !ended.has(/^\{\{< (.+) >\}\}$/.exec(tag)?.[1] ?? ''));
}
