import { useState } from 'preact/hooks';
import { Button } from '../../src/ui/Button.tsx';
import { Tag } from '../../src/ui/Tag.tsx';
import type { SignedIn } from '../model/session.model.ts';
import { morningOf, snoozeChoices, tomorrowIn, untilInWords } from '../model/snooze.ts';
import { Choice } from './Choice.tsx';
import * as css from './inbox.css.ts';
import type { RequestProps } from './Request.tsx';

/** Returns the time zone of the business hours, or else of this device. */
export const zoneOf = ({ account }: SignedIn): string =>
  account.time_zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Snoozes a request, or wakes it. */
export function Snooze({ ticket, inbox, me }: RequestProps) {
  const [isDating, setDating] = useState(false);
  const zone = zoneOf(me);
  const snooze = (until: Date | null) => {
    setDating(false);
    void inbox.change({ snoozed_until: until?.toISOString() ?? null });
  };
  if (ticket.status === 'resolved') return null;
  if (ticket.snoozed_until !== null) {
    return (
      <span class={css.controls}>
        <Tag tone="blue">{`Snoozed until ${untilInWords(ticket.snoozed_until, zone)}`}</Tag>
        <Button size="small" onPress={() => snooze(null)}>
          End snooze
        </Button>
      </span>
    );
  }
  if (isDating) {
    return (
      <input
        class={css.select}
        type="date"
        aria-label="Snooze until 9:00 on"
        min={tomorrowIn(zone, new Date())}
        ref={(field) => field?.focus()}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setDating(false);
          if (event.key === 'Enter' && event.currentTarget.value) {
            snooze(morningOf(event.currentTarget.value, zone));
          }
        }}
        onBlur={({ currentTarget }) => {
          if (currentTarget.value) snooze(morningOf(currentTarget.value, zone));
          else setDating(false);
        }}
      />
    );
  }
  const choices = snoozeChoices(new Date(), zone);
  return (
    <Choice
      label="Snooze"
      value=""
      options={[
        ['', 'Snooze'],
        ...choices.map(({ id, name }) => [id, name] as const),
        ['date', 'Choose a date'],
      ]}
      onChange={(id) => {
        const choice = choices.find((one) => one.id === id);
        if (choice) snooze(choice.until);
        else if (id === 'date') setDating(true);
      }}
    />
  );
}
