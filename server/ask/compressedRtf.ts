/** The text with which every dictionary begins ([MS-OXRTFCP] 2.1.2.1). */
const firstEntries =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';
const dictionaryBytes = 4_096;
const headerBytes = 16;
const compressed = 0x75465a4c;
const uncompressed = 0x414c454d;

/**
 * Decompresses the formatted text of an Outlook mail ([MS-OXRTFCP]). Returns at most `maxBytes`.
 * @throws RangeError if it is not such a text
 */
export function decompressRtf(content: Buffer, maxBytes: number): Buffer {
  const type = content.readUInt32LE(8);
  const size = Math.min(content.readUInt32LE(4), maxBytes);
  if (type === uncompressed) return content.subarray(headerBytes, headerBytes + size);
  if (type !== compressed) throw new RangeError('The text does not begin like compressed RTF.');
  const dictionary = Buffer.alloc(dictionaryBytes);
  let write = dictionary.write(firstEntries, 'latin1');
  const result = Buffer.alloc(size);
  let length = 0;
  const add = (byte: number) => {
    result[length] = byte;
    length += 1;
    dictionary[write] = byte;
    write = (write + 1) % dictionaryBytes;
  };
  for (let at = headerBytes; length < size && at < content.length; ) {
    const control = content[at] ?? 0;
    at += 1;
    for (let bit = 0; bit < 8 && length < size && at < content.length; bit += 1) {
      if ((control & (1 << bit)) === 0) {
        add(content[at] ?? 0);
        at += 1;
        continue;
      }
      if (at + 2 > content.length) return result.subarray(0, length);
      const reference = content.readUInt16BE(at);
      at += 2;
      const from = reference >> 4;
      if (from === write) return result.subarray(0, length); // marks the end
      for (let next = 0; next < (reference & 0xf) + 2 && length < size; next += 1) {
        add(dictionary[(from + next) % dictionaryBytes] ?? 0);
      }
    }
  }
  return result.subarray(0, length);
}
