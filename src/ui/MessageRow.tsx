import { Paperclip } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import * as css from './MessageRow.css.ts';

interface MessageRowProps {
  name: string;
  /** Of somebody of the team. */
  role?: string | undefined;
  /** When, or where it is on its way. */
  time: string;
  body: string;
  /** Written by who reads it. */
  isOwn?: boolean;
  /** Without an address a file is on its way, or cannot be fetched. */
  files: readonly { id: string; name: string; url?: string | undefined }[];
  /** What can be done with it. */
  children?: ComponentChildren;
}

/** One message of a conversation. */
export function MessageRow(props: MessageRowProps) {
  const { name, role, time, body, isOwn = false, files, children } = props;
  return (
    <article class={css.row}>
      <span class={`${css.avatar} ${isOwn ? css.own : ''}`} aria-hidden="true">
        {initialsOf(name)}
      </span>
      <div class={css.main}>
        <p class={css.byline}>
          <bdi class={css.name}>{name}</bdi> {role && <span>{role} · </span>}
          <span>{time}</span>
        </p>
        {body && (
          <p class={css.body} dir="auto">
            {body}
          </p>
        )}
        {files.length > 0 && (
          <ul class={css.files}>
            {files.map(({ id, name: fileName, url }) => (
              <li key={id}>
                {url ? (
                  <a class={css.file} href={url} target="_blank" rel="noopener noreferrer">
                    <FileName name={fileName} />
                  </a>
                ) : (
                  <span class={css.file}>
                    <FileName name={fileName} />
                  </span>
                )}
              </li>
            ))}
          </ul>
        )}
        {children && <div class={css.actions}>{children}</div>}
      </div>
    </article>
  );
}

function FileName({ name }: { name: string }) {
  return (
    <>
      <Icon of={Paperclip} size={14} />
      <bdi>{name}</bdi>
    </>
  );
}

/** First letters of the first and the last name. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], ...(words.length > 1 ? [words.at(-1)] : [])];
  return letters
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toUpperCase();
}
