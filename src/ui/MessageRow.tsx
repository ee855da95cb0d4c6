import { User } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from './Button.tsx';
import { fileIcon } from './fileIcon.ts';
import { Icon } from './Icon.tsx';
import { initialsOf } from './initials.ts';
import * as css from './MessageRow.css.ts';

interface MessageRowProps {
  name: string;
  /** Name of the author, for the initials. A person icon if it is unknown. */
  person: string | undefined;
  /** Shown for authors of the team. */
  role?: string | undefined;
  /** The time, or the state while it is being sent. */
  time: string;
  body: string;
  /** Renders the text. */
  draw: (text: string) => ComponentChildren;
  /** The complete mail that `body` is a part of, and the labels that show and hide the rest. */
  mail?: { whole: string; showLabel: string; hideLabel: string } | undefined;
  /** The reader is the author. */
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
                        // The page's address may reveal what the visitor works on.
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

/** Image types that browsers display. */
const pictures = /^image\/(png|jpeg|gif|webp|avif)$/;

function FileName({ name, type }: { name: string; type: string }) {
  return (
    <>
      <Icon of={fileIcon(type)} size={14} />
      <bdi>{name}</bdi>
    </>
  );
}
