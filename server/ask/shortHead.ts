/** Maximum number of bytes of a head that are read. */
const maxHeadBytes = 64 * 1024;

/** Fields that say who sent a mail, to which one it replies, and whether a program sent it. */
const field =
  /^(From|Reply-To|Subject|Message-ID|In-Reply-To|References|Auto-Submitted|Precedence|List-Id):/i;

/**
 * Returns the most important fields of a mail, the first of each name, as a mail without a body. It
 * is within the limits of every parser.
 */
export function shortHead(raw: Uint8Array): Uint8Array {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.length, maxHeadBytes));
  const [head = ''] = bytes.toString('latin1').split(/\r?\n\r?\n/, 1);
  const fields = new Map<string, string>();
  for (const line of head.split(/\r?\n(?![ \t])/)) {
    const name = field.exec(line)?.[1]?.toLowerCase();
    if (name !== undefined && !fields.has(name)) fields.set(name, line);
  }
  return Buffer.from(`${[...fields.values()].join('\r\n')}\r\n\r\n`, 'latin1');
}
