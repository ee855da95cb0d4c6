import { errorSentence } from '../i18n/errorSentence.ts';
import type { I18n } from '../i18n/translator.ts';

interface ErrorSentenceProps {
  error: Parameters<typeof errorSentence>[0];
  i18n: I18n;
}

/** Says what happened and what to do next. */
export function ErrorSentence({ error, i18n }: ErrorSentenceProps) {
  return <>{errorSentence(error, i18n)}</>;
}
