import { User } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from './Button.tsx';
import { fileIcon } from './fileIcon.ts';
import { Icon } from './Icon.tsx';
import * as css from './MessageRow.css.ts';

interface MessageRowProps {
  name: string;
  /** The author, for the initials; a person icon if unknown. */
  person: string | undefined;
  /** Written by the team. */
  role?: string | undefined;
  /** When, or where it is on its way. */
  time: string;
  body: string;
  /** Draws the words. */
  draw: (text: string) => ComponentChildren;
  /** All of the mail that `body` is a part of, and what shows and hides the rest. */
  mail?: { whole: string; showLabel: string; hideLabel: string } | undefined;
  /** Written by the reader. */
  isOwn?: boolean;
  /** A file without an address is being uploaded, or cannot be fetched. */
  files: readonly { id: string; name: string; type: string; url?: string | undefined }[];
  /** Actions of the message. */
  children?: ComponentChildren;
}

/** A message of a conversation. */
export function MessageRow(props: MessageRowProps) {
  const { name, person, role, time, body, draw, mail, isOwn = false, files, children } = props;
  const [isWhole, setWhole] = useState(false);
  const shown = mail && isWhole ? mail.whole : body;
  return (
    <article class={css.row}>
      <span class={`${css.avatar} ${isOwn ? css.own : ''}`} aria-hidden="true">
        {person?.trim() ? initialsOf(person) : <Icon of={User} />}
      </span>
      <div class={css.main}>
        <p class={css.byline}>
          <bdi class={css.name}>{name}</bdi> {role && <span>{role} · </span>}
          <span>{time}</span>
        </p>
        {shown && draw(shown)}
        {mail && (
          <Button variant="link" size="small" onPress={() => setWhole(!isWhole)}>
            {isWhole ? mail.hideLabel : mail.showLabel}
          </Button>
        )}
        {files.length > 0 && (
          <ul class={css.files}>
            {files.map(({ id, url, ...file }) => (
              <li key={id}>
                {url ? (
                  <a class={css.file} href={url} target="_blank" rel="noopener noreferrer">
                    {pictures.test(file.type) && (
                      <img
                        class={css.picture}
                        src={url}
                        alt=""
                        loading="lazy"
                        // The page's address may name what the visitor works on.
                        referrerpolicy="no-referrer"
                        onError={({ currentTarget }) => {
                          currentTarget.hidden = true;
                        }}
                      />
                    )}
                    <FileName {...file} />
                  </a>
                ) : (
                  <span class={css.file}>
                    <FileName {...file} />
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

/** Image types that browsers show. */
const pictures = /^image\/(png|jpeg|gif|webp|avif)$/;

function FileName({ name, type }: { name: string; type: string }) {
  return (
    <>
      <Icon of={fileIcon(type)} size={14} />
      <bdi>{name}</bdi>
    </>
  );
}

/** First letters of the first and the last name. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], ...(words.length > 1 ? [words.at(-1)] : [])];
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}
