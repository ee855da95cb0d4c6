const liquidLink = /\{[{%]-?\s*(?:link|post_url)\s+([^\s{}%]+)\s*-?[%}]\}/g;
const liquidAddress = /\{\{-?\s*["']([^"'{}]*)["']\s*\|\s*(?:relative|absolute)_url\s*-?\}\}/g;
const liquidValue = /\{\{-?\s*(?:site|page|include|layout)\.[\w.]+[^{}]*\}\}/g;
const liquidTag =
  /\{%-?\s*(?:raw|endraw|include|include_relative|highlight|endhighlight|assign|if|elsif|else|endif|for|endfor|comment|endcomment|unless|endunless|capture|endcapture)\b[^{}%]*-?%\}/g;
const hugoLink = /\{\{[<%]\s*(?:rel)?ref\s+(?:path=)?["']?([^"'\s>%]+)["']?[^{}]*?[>%]\}\}/g;
/** The lengths are limited, because the pattern tries every combination in a tag without an end. */
const shortcode = /\{\{[<%]\s*\/?[\w/-]{1,100}\s*([^{}]{0,1000}?)\/?\s*[>%]\}\}/g;
/** `{#id}`, `{ .class }` and `{: target="_blank" }` after a heading, link, picture or code. */
const headingId = /^(\s{0,3}#{1,6}\s.*?)\s*\{(?:\/\*)?:?\s*([#.][^{}]*?)(?:\*\/)?\}\s*$/;
const attributes = /(?<=[)`\]])\{:?\s*(?:[.#][\w-]|[\w-]+=)[^{}\n]{0,200}\}/g;
const icon = /:(?:material|fontawesome|octicons|simple|lucide)-[\w-]+:(?:\{[^{}]{0,200}\})?/g;
/** Keys of MkDocs: `++ctrl+c++`. */
const keys = /(?<![\w+])\+\+([a-z0-9-]+(?:\+[a-z0-9-]+){0,4})\+\+(?![\w+])/g;
const spaceOfMdx = /\{(["'])(\s*)\1\}/g;
/** Longer lines are data, not text. */
const maxLineLength = 10_000;

/**
 * Converts a line of text to Markdown. Replaces Hugo and Jekyll tags with the address or text that
 * they contain, and removes attributes of headings and links. Code does not change.
 */
export function plainLine(line: string): string {
  if (!/[{:]|\+\+/.test(line) || line.length > maxLineLength) return line;
  return line
    .split(/(`+[^`]+`+)/)
    .map((part, at) => (at % 2 === 1 ? part : plainPart(part)))
    .join('')
    .replaceAll(attributes, '')
    .replace(headingId, (_, text: string, named: string) => {
      const id = /#([^\s}]+)/.exec(named)?.[1];
      return id === undefined ? text : `${text}<!--#${id.replaceAll(/[<>]|--/g, '-')}-->`;
    })
    .replace(/^([\s>]*)\{(?::[^}]*|\s*[.#][\w-][^{}]*)\}\s*$/, '$1')
    .replace(/(?<=\S)\s+\{:?\s*[.#][A-Za-z][^{}]*\}\s*$/, '');
}

function plainPart(text: string): string {
  return text
    .replaceAll(liquidLink, '$1')
    .replaceAll(liquidAddress, '$1')
    .replaceAll(liquidValue, '')
    .replaceAll(liquidTag, '')
    .replaceAll(hugoLink, '$1')
    .replaceAll(shortcode, (_, words: string) => quotedIn(words))
    .replaceAll(icon, '')
    .replaceAll(keys, (_, pressed: string) => pressed.replaceAll('+', ' + '))
    .replaceAll(spaceOfMdx, '$2');
}

/** Returns the quoted texts, which are what a shortcode shows. */
function quotedIn(words: string): string {
  return [...words.matchAll(/(?<![=\w])"([^"]*)"/g)].map(([, text]) => text).join(' ');
}
