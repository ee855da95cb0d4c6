import '../../i18n/locales/en/checks.ts';
import type { I18n } from '../../i18n/translator.ts';
import type { Problem } from './ticketProblems.ts';

/** Returns what is wrong with a field and how to fix it. */
export function problemSentence(problem: Problem, { t, locale }: I18n): string {
  switch (problem.kind) {
    case 'rejected':
      return problem.message;
    case 'tooLong':
      return t('check.tooLong', { limit: problem.limit.toLocaleString(locale.value) });
    default:
      return t(`check.${problem.kind}`);
  }
}
