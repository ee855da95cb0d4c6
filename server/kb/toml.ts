const longText = /^("""|''')([\s\S]*?)\1/;

/**
 * Converts TOML front matter to YAML: `key = value` with texts, numbers, dates and lists. Tables
 * are ignored, because no supported key is in one.
 */
export function yamlOfToml(text: string): string {
  const lines: string[] = [];
  const rows = text.split(/\r?\n/);
  for (let at = 0; at < rows.length; at += 1) {
    const line = rows[at] ?? '';
    if (line.trim().startsWith('[')) break;
    const [, key, start = ''] = /^\s*([\w-]+)\s*=\s*(.+?)\s*$/.exec(line) ?? [];
    if (key === undefined) continue;
    let value = start;
    while (isOpen(value) && at + 1 < rows.length) {
      at += 1;
      value += `\n${rows[at] ?? ''}`;
    }
    const long = longText.exec(value)?.[2];
    const plain = value.replaceAll(/\s*\n\s*/g, ' ');
    lines.push(`${key}: ${long === undefined ? plain : JSON.stringify(long.trim())}`);
  }
  return lines.join('\n');
}

/** True if the value continues in the next line. */
function isOpen(value: string): boolean {
  if (/^("""|''')/.test(value)) return !longText.test(value);
  return value.startsWith('[') && !/\]\s*(#.*)?$/.test(value);
}
