import { codeLines } from './codeLines.ts';
import { fenced } from './codeParts.ts';

/** Tags of Hugo and Jekyll whose content is code, with the word that can be its language. */
const opening =
  /^(?<indent>\s*)(?:\{\{[<%]\s*(?<hugo>highlight|code-toggle|code)\b|\{%-?\s*(?<jekyll>highlight)\b)\s*(?<rest>[^{}]*?)\s*(?:[>%]\}\}|-?%\})\s*$/;
const ending =
  /^\s*(?:\{\{[<%]\s*\/\s*(?:highlight|code-toggle|code)\s*[>%]\}\}|\{%-?\s*endhighlight\s*-?%\})\s*$/;
const fence = /^\s*(?:`{3,}|~{3,})/;

/** Converts tags such as `{{< highlight go >}}` and `{% highlight ruby %}` to fenced code. */
export function codeTags(lines: readonly string[]): string[] {
  const read: string[] = [];
  const isCode = codeLines();
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const found = isCode(line) ? null : opening.exec(line);
    // A tag that closes itself has no content: its tool makes the code.
    const opened = found?.groups?.rest?.endsWith('/') ? null : found;
    const length = opened === null ? -1 : lines.slice(at + 1).findIndex((one) => ending.test(one));
    if (opened === null || length < 0) {
      read.push(line);
      continue;
    }
    const body = lines.slice(at + 1, at + 1 + length);
    at += length + 1;
    const { indent = '', rest = '', hugo = 'highlight' } = opened.groups ?? {};
    const language = hugo === 'highlight' ? /^["']?([\w+#.-]{1,32})/.exec(rest)?.[1] : undefined;
    const code = body.some((one) => fence.test(one)) ? body : fenced(language ?? '', body);
    read.push('', ...code.map((one) => (one === '' ? one : indent + one)), '');
  }
  return read;
}
