/**
 * The TOML of front matter as YAML: `key = value` with texts, numbers, dates and lists on one line.
 * Tables, which no key of ours is in, are left out.
 */
export function yamlOfToml(text: string): string {
  const lines: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.trim().startsWith('[')) break;
    const found = /^\s*([\w-]+)\s*=\s*(.+?)\s*$/.exec(line);
    if (found !== null) lines.push(`${found[1]}: ${found[2]}`);
  }
  return lines.join('\n');
}
