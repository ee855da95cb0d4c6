import type { AgentMessage } from '../../src/contract/agent.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { MessageRow } from '../../src/ui/MessageRow.tsx';
import { MessageText } from '../../src/widgets/conversation/MessageText.tsx';
import { statusNames } from '../words.ts';
import { momentInWords } from './dates.ts';
import * as css from './inbox.css.ts';

const i18n = createTranslator();

interface MessageProps {
  /** The name of the customer, for messages of visitors. */
  customer: string;
  message: AgentMessage;
  addressOf: (path: string) => string;
}

export function Message({ message, customer, addressOf }: MessageProps) {
  const { author, author_name, internal, body, created_at, attachments, mail } = message;
  const time = momentInWords(created_at);
  if (author === 'system' && !internal) {
    return <p class={css.system}>{`${changeOf(message)} · ${time}`}</p>;
  }
  const name = author_name ?? (author === 'visitor' ? customer : 'System');
  const facts = [time];
  if (message.channel === 'email') facts.push('by e-mail');
  if (mail?.from) facts.push(`from another address, ${mail.from}`);
  return (
    <div class={internal ? css.note : undefined}>
      <MessageRow
        name={name}
        person={name}
        role={internal ? 'Internal note' : author === 'agent' ? 'Team' : undefined}
        time={facts.join(' · ')}
        body={body}
        draw={(text) => <MessageText text={text} isMarkdown={author !== 'visitor'} i18n={i18n} />}
        mail={
          mail?.whole
            ? {
                whole: mail.whole,
                showLabel: 'Show the full e-mail',
                hideLabel: 'Show only the reply',
              }
            : undefined
        }
        isOwn={author === 'visitor'}
        files={attachments.map((file) => ({ ...file, url: addressOf(file.url) }))}
      />
    </div>
  );
}

function changeOf({ change }: AgentMessage): string {
  if (change?.status) return `Status changed to ${statusNames[change.status]}`;
  return `Assigned to ${change?.assignee_name ?? 'an agent'}`;
}
