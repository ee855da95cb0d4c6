import type { ComponentChildren } from 'preact';
import type { Inline } from '../contract/articleBody.ts';

export interface TextLinks {
  /** Called for a link to another article, which opens in the panel. */
  onArticle: (slug: string) => void;
  /** Called for a link to a heading of this article. */
  onHeading: (id: string) => void;
  /**
   * Resolves an address, including one relative to the root of the knowledge base. Returns
   * undefined for an unsafe one.
   */
  resolve: (url: string) => string | undefined;
}

/** Renders the text of a block. */
export function Text({ of, ...links }: TextLinks & { of: readonly Inline[] }) {
  return (
    <>
      {of.map((part, index) => (
        <Part key={index} part={part} {...links} />
      ))}
    </>
  );
}

function Part({ part, ...links }: TextLinks & { part: Inline }): ComponentChildren {
  switch (part.type) {
    case 'text':
      return part.text;
    case 'code':
      return <code dir="ltr">{part.text}</code>;
    case 'break':
      return <br />;
    case 'strong':
      return (
        <strong>
          <Text of={part.children} {...links} />
        </strong>
      );
    case 'emphasis':
      return (
        <em>
          <Text of={part.children} {...links} />
        </em>
      );
    case 'link':
      return (
        <Link url={part.url} {...links}>
          <Text of={part.children} {...links} />
        </Link>
      );
  }
}

function Link({
  url,
  children,
  ...links
}: TextLinks & { url: string; children: ComponentChildren }) {
  const [, slug] = /^article:([^#]+)/.exec(url) ?? [];
  const inside = slug
    ? () => links.onArticle(slug)
    : url.startsWith('#')
      ? () => links.onHeading(url.slice(1))
      : null;
  if (inside) {
    return (
      <button type="button" data-link onClick={inside}>
        {children}
      </button>
    );
  }
  const href = links.resolve(url);
  if (!href) return children;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
