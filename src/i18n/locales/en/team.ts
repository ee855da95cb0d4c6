import { addEnglish } from './addEnglish.ts';

/** The line about the team, which a visitor reads before they write. */
export const team = addEnglish({
  'team.minutes': 'We usually answer within minutes',
  'team.hours.one': 'We usually answer within an hour',
  'team.hours.other': 'We usually answer within {count} hours',
  'team.days.one': 'We usually answer within a day',
  'team.days.other': 'We usually answer within {count} days',
  'team.away': 'We’re away until {time}',
  'team.people': '{names} from our team',
});
