import { codeLines } from './codeLines.ts';
import { fenced } from './codeParts.ts';
import { attributeOf, nameOfTab } from './tags.ts';

const pane = /^\s*\{\{[<%]\s*tabpane\b(?<rest>[^{}]*?)[>%]\}\}\s*$/;
const paneEnd = /^\s*\{\{[<%]\s*\/\s*tabpane\s*[>%]\}\}\s*$/;
const tab = /^\s*\{\{[<%]\s*tab\b(?<rest>[^{}]*?)[>%]\}\}\s*$/;
const tabEnd = /^\s*\{\{[<%]\s*\/\s*tab\s*[>%]\}\}\s*$/;
const fence = /^\s*(?:`{3,}|~{3,})/;

/**
 * Converts the tabs of Docsy to fenced code below the name of the tab. Their content is code unless
 * they say `text=true`.
 */
export function codeTabs(lines: readonly string[]): string[] {
  const read: string[] = [];
  const isCode = codeLines();
  let ofPane: string | undefined;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (ofPane === undefined && isCode(line)) {
      read.push(line);
      continue;
    }
    if (paneEnd.test(line)) ofPane = undefined;
    ofPane = pane.exec(line)?.groups?.rest ?? ofPane;
    const rest = ofPane === undefined ? undefined : tab.exec(line)?.groups?.rest?.trim();
    const length =
      rest === undefined ? -1 : lines.slice(at + 1).findIndex((one) => tabEnd.test(one));
    const isText = /\btext\s*=\s*"?true/.test(`${ofPane} ${rest}`);
    if (rest === undefined || length < 0 || isText || rest.endsWith('/')) {
      read.push(line);
      continue;
    }
    const body = lines.slice(at + 1, at + 1 + length);
    at += length + 1;
    const name = nameOfTab(rest);
    const isLanguage = /\blangEqualsHeader\s*=\s*"?true/.test(`${ofPane} ${rest}`);
    const namedLanguage = attributeOf(rest, 'lang') || attributeOf(ofPane ?? '', 'lang');
    const language = isLanguage ? name.toLowerCase() : namedLanguage;
    const code = body.some((one) => fence.test(one)) ? body : fenced(language, body);
    read.push('', ...(name === '' ? [] : [`**${name}**`, '']), ...code, '');
  }
  return read;
}
