import { html } from 'hono/html';
import {
  type Block,
  type Inline,
  isImageUrl,
  type ListItem,
} from '../../../src/contract/articleBody.ts';
import { isPicture, safeAddress } from '../../../src/contract/limits.ts';

/** A part of a page in which all text is escaped. */
export type Html = ReturnType<typeof html>;

/** Addresses for the pages of a help center. */
export interface PageLinks {
  /** Returns the address of another article. */
  articleUrl(slug: string): string;
  /** Address of the API, such as `/v1/`. */
  basePath: string;
  /** True for Markdown that is edited: it has the stored addresses of links. */
  isSource?: boolean;
}

/** Returns article blocks as HTML. The ids of headings begin with `article-`, as in the widget. */
export function blocksHtml(blocks: readonly Block[], links: PageLinks): Html {
  return html`${blocks.map((block) => blockHtml(block, links))}`;
}

function blockHtml(block: Block, links: PageLinks): Html {
  switch (block.type) {
    case 'heading':
      return heading(block, links);
    case 'paragraph':
      return html`<p dir="auto">${textHtml(block.children, links)}</p>`;
    case 'list': {
      const items = block.items.map((item) => itemHtml(item, links));
      return block.ordered
        ? html`<ol dir="auto" start="${block.start}">${items}</ol>`
        : html`<ul dir="auto">${items}</ul>`;
    }
    case 'table':
      return html`<div class="table" role="region" tabindex="0" aria-label="${plainText(block.header.flat())}"><table><thead><tr>${block.header.map((cell) => html`<th scope="col">${textHtml(cell, links)}</th>`)}</tr></thead><tbody>${block.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${textHtml(cell, links)}</td>`)}</tr>`)}</tbody></table></div>`;
    case 'code':
      return html`<pre dir="ltr" tabindex="0"><code>${block.text}</code></pre>`;
    case 'quote':
      return html`<blockquote>${blocksHtml(block.children, links)}</blockquote>`;
    case 'callout':
      return html`<div class="callout" data-tone="${block.tone}" role="note">${block.title === null ? '' : html`<strong>${block.title}</strong>`}${blocksHtml(block.children, links)}</div>`;
    case 'image':
      return imageHtml(block, links);
    case 'divider':
      return html`<hr />`;
  }
}

/** Heading levels do not change, because the page shows the title as its first heading. */
function heading(
  { level, id, children }: Extract<Block, { type: 'heading' }>,
  links: PageLinks,
): Html {
  const anchor = `article-${id}`;
  const text = textHtml(children, links);
  if (level === 2) return html`<h2 id="${anchor}" dir="auto">${text}</h2>`;
  if (level === 3) return html`<h3 id="${anchor}" dir="auto">${text}</h3>`;
  return html`<h4 id="${anchor}" dir="auto">${text}</h4>`;
}

function itemHtml({ checked, children }: ListItem, links: PageLinks): Html {
  const mark = checked === null ? '' : checked ? '☑ ' : '☐ ';
  const [first, ...rest] = children;
  return first?.type === 'paragraph'
    ? html`<li>${mark}${textHtml(first.children, links)}${blocksHtml(rest, links)}</li>`
    : html`<li>${mark}${blocksHtml(children, links)}</li>`;
}

function imageHtml(
  { url, alt, width, height }: Extract<Block, { type: 'image' }>,
  { basePath }: PageLinks,
): Html {
  const src = isPicture(url) ? basePath + url : url;
  if (!isImageUrl(url) || !(isPicture(url) || /^https?:/i.test(url)))
    return html`<p dir="auto">${alt}</p>`;
  const size = width === null || height === null ? '' : html` width="${width}" height="${height}"`;
  return html`<img src="${src}" alt="${alt}"${size} loading="lazy" referrerpolicy="no-referrer" />`;
}

function textHtml(parts: readonly Inline[], links: PageLinks): Html {
  return html`${parts.map((part) => inlineHtml(part, links))}`;
}

function inlineHtml(part: Inline, links: PageLinks): Html {
  switch (part.type) {
    case 'text':
      return html`${part.text}`;
    case 'code':
      return html`<code dir="ltr">${part.text}</code>`;
    case 'break':
      return html`<br />`;
    case 'strong':
      return html`<strong>${textHtml(part.children, links)}</strong>`;
    case 'emphasis':
      return html`<em>${textHtml(part.children, links)}</em>`;
    case 'link': {
      const address = pageAddress(part.url, links);
      const text = textHtml(part.children, links);
      return address === undefined ? text : html`<a href="${address}">${text}</a>`;
    }
  }
}

/** Returns the address of a link on a page, or undefined for a path of an unknown site. */
export function pageAddress(url: string, { articleUrl }: PageLinks): string | undefined {
  const [, slug, , anchor] = /^article:([\w-]+)(#(.+))?$/.exec(url) ?? [];
  if (slug !== undefined)
    return articleUrl(slug) + (anchor === undefined ? '' : `#article-${anchor}`);
  if (/^#./.test(url)) return `#article-${url.slice(1)}`;
  return safeAddress(url);
}

/** Returns the text without formatting. */
export function plainText(parts: readonly Inline[]): string {
  return parts
    .map((part) => {
      if (part.type === 'break') return ' ';
      return 'text' in part ? part.text : plainText(part.children);
    })
    .join('');
}
