import type { ComponentChildren } from 'preact';
import type { Inline } from '../contract/articleBody.ts';

export interface TextLinks {
  /** Another article, in the panel. */
  onArticle: (slug: string) => void;
  /** A heading of this one. */
  onHeading: (id: string) => void;
  /** Returns where an address leads, also one from the root of the knowledge base; undefined for an unsafe one. */
  resolve: (url: string) => string | undefined;
}

/** Text within a block. */
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
