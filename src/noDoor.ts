import { supportEmail } from './brand.ts';
import type { SupportConfig } from './config.ts';

/** Commands that open the panel. */
const opening = ['open', 'openArticle', 'newTicket', 'search', 'toggle'];

/**
 * Used if a page has broken what the button needs. Reports why, once, and answers commands that
 * would open the panel with a mail. `waiting` has the queued commands, and receives later ones.
 */
export function goByMail(
  { email = supportEmail }: SupportConfig,
  cause: unknown,
  waiting: Iterable<unknown>[],
): void {
  import('./core/explain.ts').then(
    ({ explain }) => explain(({ noButton }) => noButton, cause),
    () => {}, // the browser reports that the code is not at its address
  );
  const take = (commands: readonly Iterable<unknown>[]) => {
    const isOpening = commands.some(([name]) => opening.includes(String(name)));
    if (isOpening) location.href = `mailto:${email}?subject=%5BSupport%5D`;
    return 0;
  };
  take(waiting.splice(0));
  waiting.push = (...commands) => take(commands);
}

/** Milliseconds until it is reported that a page never calls `init`. */
const initGraceMs = 5_000;

/** Reports that the script runs without options and shows nothing, unless `init` is called. */
export function sayWhatIsMissing(): void {
  const check = () => {
    if (document.querySelector('penguin-support')) end();
  };
  const changes = new MutationObserver(check);
  const end = () => {
    changes.disconnect();
    clearTimeout(timer);
  };
  const timer = setTimeout(() => {
    end();
    import('./core/explain.ts').then(
      ({ explain }) => explain(({ noOptions }) => noOptions()),
      () => {},
    );
  }, initGraceMs);
  changes.observe(document, { childList: true, subtree: true });
  check();
}
