import { charsetOfCodePage, charsetOfFont } from './rtfCharsets.ts';

export interface RtfContent {
  content: string;
  /** True if the RTF wraps an HTML text ([MS-OXRTFEX]). Then the content is that text. */
  isHtml: boolean;
}

/** The state of a group, between braces. Its end restores the state of the outer group. */
interface Group {
  isHidden: boolean;
  isFontTable: boolean;
  /** Set for what only the RTF of a wrapped HTML text contains. */
  isRtfOnly: boolean;
  /** Number of characters after a Unicode character that replace it in old programs. */
  replaced: number;
  font: number;
}

const token =
  /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([\da-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/gi;
/** Groups whose content is not text of the mail. */
const hidden =
  /^(colortbl|stylesheet|info|pict|object|header[lrf]?|footer[lrf]?|footnote|themedata|colorschememapping|datastore|latentstyles|listtable|generator|xmlnstbl|mhtmltag|fldinst|bkmkstart|bkmkend)$/;
const characters: Partial<Record<string, string>> = {
  par: '\n',
  line: '\n',
  row: '\n',
  sect: '\n',
  page: '\n',
  tab: '\t',
  cell: '\t',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  '~': '\u00a0',
  _: '-',
  '\\': '\\',
  '{': '{',
  '}': '}',
  '\n': '\n',
  '\r': '\n',
};

/** Returns the text of an RTF document in one pass, without its formatting. */
export function readRtf(rtf: Buffer): RtfContent {
  const written: string[] = [];
  const fonts = new Map<number, string | undefined>();
  const outer: Group[] = [];
  let group: Group = {
    isHidden: false,
    isFontTable: false,
    isRtfOnly: false,
    replaced: 1,
    font: 0,
  };
  let charset = 'windows-1252';
  let isHtml = false;
  let skipped = 0;
  let isOptional = false;
  let bytes = '';

  const flush = () => {
    if (bytes === '') return;
    const label = fonts.get(group.font) ?? charset;
    written.push(new TextDecoder(label).decode(Buffer.from(bytes, 'latin1')));
    bytes = '';
  };
  const isShown = () => !group.isHidden && !group.isFontTable && !(isHtml && group.isRtfOnly);
  const add = (text: string) => {
    flush();
    if (isShown()) written.push(text);
  };
  /** Adds characters of the charset, without those that replace a Unicode character. */
  const addBytes = (text: string) => {
    const rest = text.slice(skipped);
    skipped = Math.max(0, skipped - text.length);
    if (isShown()) bytes += rest;
  };

  function control(word: string, parameter: number | undefined): void {
    const value = parameter ?? 0;
    if (word === 'fonttbl') group.isFontTable = true;
    else if (word === 'fcharset' && group.isFontTable) fonts.set(group.font, charsetOfFont(value));
    else if (word === 'f') group.font = value;
    else if (word === 'ansicpg') charset = charsetOfCodePage(value);
    else if (word === 'uc') group.replaced = value;
    else if (word === 'fromhtml') isHtml = true;
    else if (word === 'htmlrtf') group.isRtfOnly = parameter !== 0;
    else if (word === 'bin') group.isHidden = true;
    else if (hidden.test(word) || (isOptional && word !== 'htmltag')) group.isHidden = true;
    else if (word === 'u') {
      add(String.fromCharCode(value & 0xffff));
      skipped = group.replaced;
    } else {
      const text = characters[word];
      if (text !== undefined) add(text);
    }
  }

  for (const [, word, parameter, hex, symbol, brace, text] of rtf
    .toString('latin1')
    .matchAll(token)) {
    if (hex === undefined && text === undefined) {
      flush();
      skipped = 0;
    }
    if (word !== undefined) {
      control(word.toLowerCase(), parameter === undefined ? undefined : Number(parameter));
    } else if (hex !== undefined) addBytes(String.fromCharCode(Number.parseInt(hex, 16)));
    else if (text !== undefined) addBytes(text);
    else if (brace === '{') {
      outer.push(group);
      group = { ...group };
    } else if (brace === '}') group = outer.pop() ?? group;
    else if (symbol !== undefined && symbol !== '*') add(characters[symbol] ?? '');
    isOptional = symbol === '*';
  }
  flush();
  return { content: written.join('').replaceAll('\0', '').trim(), isHtml };
}
