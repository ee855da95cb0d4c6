import '../i18n/locales/en/team.ts';
import type { SupportContext } from '../core/context.ts';
import { initialsOf } from '../ui/initials.ts';
import * as css from './TeamLine.css.ts';
import { teamWords } from './teamWords.ts';

/**
 * A quiet line about the team: who answers, how soon, and when it is there. Renders nothing if the
 * backend sends nothing about it.
 */
export function TeamLine({ context }: { context: SupportContext }) {
  const { i18n, tenantConfig } = context;
  const team = tenantConfig.remote.value?.team;
  if (!team) return null;
  const { people = [] } = team;
  const words = teamWords(team, Date.now(), i18n);
  if (people.length + words.length === 0) return null;
  const names = new Intl.ListFormat(i18n.locale.value).format(people);
  return (
    <div class={css.line}>
      {people.length > 0 && (
        <span class={css.faces} role="img" aria-label={i18n.t('team.people', { names })}>
          {people.map((name) => (
            <span key={name} class={css.face} title={name} aria-hidden="true">
              {initialsOf(name)}
            </span>
          ))}
        </span>
      )}
      <p>
        {words.map((part, index) => (
          <span key={part} class={index === 0 ? css.first : css.rest}>
            {part}
          </span>
        ))}
      </p>
    </div>
  );
}
