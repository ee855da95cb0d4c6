import '../i18n/locales/en/passages.ts';
import { Check, Copy } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { Block } from '../contract/articleBody.ts';
import type { I18n } from '../i18n/translator.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { tone as tones } from '../ui/status.css.ts';
import { useCopy } from '../ui/useCopy.ts';
import * as css from './Blocks.css.ts';
import { Text, type TextLinks } from './Text.tsx';

export interface BlocksProps extends TextLinks {
  blocks: readonly Block[];
  i18n: I18n;
}

/** Renders the blocks of an article. Their content is never treated as markup. */
export function Blocks({ blocks, ...rest }: BlocksProps) {
  return (
    <>
      {blocks.map((block, index) => (
        <One key={index} block={block} {...rest} />
      ))}
    </>
  );
}

const headings = { 2: 'h4', 3: 'h5', 4: 'h6' } as const;
const calloutTones = { note: 'blue', tip: 'green', warning: 'amber', danger: 'red' } as const;

function One({ block, ...rest }: Omit<BlocksProps, 'blocks'> & { block: Block }) {
  switch (block.type) {
    case 'heading': {
      const Heading = headings[block.level];
      return (
        <Heading id={`article-${block.id}`} tabIndex={-1} dir="auto">
          <Text of={block.children} {...rest} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p dir="auto">
          <Text of={block.children} {...rest} />
        </p>
      );
    case 'list':
      return <ListBlock block={block} {...rest} />;
    case 'table':
      return <Table block={block} {...rest} />;
    case 'code':
      return <Code text={block.text} i18n={rest.i18n} />;
    case 'quote':
      return (
        <blockquote class={css.quote}>
          <Blocks blocks={block.children} {...rest} />
        </blockquote>
      );
    case 'callout':
      return (
        <div class={`${css.callout} ${tones[calloutTones[block.tone]]}`} role="note">
          {block.title && <span class={css.calloutTitle}>{block.title}</span>}
          <Blocks blocks={block.children} {...rest} />
        </div>
      );
    case 'image': {
      const src = rest.resolve(block.url);
      return src?.startsWith('http') ? (
        <img
          src={src}
          alt={block.alt}
          width={block.width ?? undefined}
          height={block.height ?? undefined}
          loading="lazy"
          decoding="async"
          referrerpolicy="no-referrer"
        />
      ) : (
        <p dir="auto">{block.alt}</p>
      );
    }
    case 'divider':
      return <hr />;
  }
}

type Part<Type extends Block['type']> = Omit<BlocksProps, 'blocks'> & {
  block: Extract<Block, { type: Type }>;
};

function ListBlock({ block: { ordered, start, items }, ...rest }: Part<'list'>) {
  const children = items.map(({ checked, children: inner }, index) => (
    <li key={index}>
      {checked !== null && (checked ? '☑ ' : '☐ ')}
      {inner[0]?.type === 'paragraph' ? (
        <>
          <Text of={inner[0].children} {...rest} />
          <Blocks blocks={inner.slice(1)} {...rest} />
        </>
      ) : (
        <Blocks blocks={inner} {...rest} />
      )}
    </li>
  ));
  return ordered ? (
    <ol start={start} dir="auto">
      {children}
    </ol>
  ) : (
    <ul dir="auto">{children}</ul>
  );
}

function Table({ block: { align, header, rows }, ...rest }: Part<'table'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    // biome-ignore lint/a11y/useSemanticElements: a table is no group of fields.
    <div role="group" class={css.table} aria-label={rest.i18n.t('article.table')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {header.map((cell, index) => (
              <th key={index} scope="col" data-align={align[index]}>
                <Text of={cell} {...rest} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} data-align={align[column]}>
                  <Text of={cell} {...rest} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Code({ text, i18n: { t } }: { text: string; i18n: I18n }): ComponentChildren {
  const { copied, copy } = useCopy();
  return (
    <div class={css.code} dir="ltr">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      {/* biome-ignore lint/a11y/useSemanticElements: code is no group of fields. */}
      <pre role="group" aria-label={t('article.code')} tabIndex={0}>
        <code>{text}</code>
      </pre>
      <span class={css.copy}>
        <IconButton
          icon={copied ? Check : Copy}
          label={t(copied ? 'copy.done' : 'copy.do')}
          onPress={() => copy(text)}
        />
      </span>
    </div>
  );
}
