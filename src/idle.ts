import { guest } from './brand.ts';
import type { SupportConfig } from './config.ts';
import { savesData } from './core/savesData.ts';
import { type Failure, type FrontDoor, storedNames } from './frontDoor.ts';
import { directionOf } from './i18n/direction.ts';
import { isEnglish } from './i18n/isEnglish.ts';
import type { Launcher } from './shell/launcher.ts';
import { liveOnPage } from './shell/liveOnPage.ts';

/** Addresses of the code behind the front door, if known, and the nonce to fetch them with. */
export interface Prefetchable {
  urls: readonly string[];
  nonce: string;
}

/**
 * Runs work that can wait until the page is idle: translates the button, and loads the app for a
 * visitor with pending requests. For everyone else it only prefetches the code.
 */
export function furnish(
  door: FrontDoor | undefined,
  config: SupportConfig,
  code?: Prefetchable,
  ...[cause, waiting]: Failure
): void {
  if (isDebugged(config)) {
    import('./diagnose/showFindings.tsx').then(
      ({ showFindings }) => showFindings(config, door?.launcher, cause),
      () => {}, // the browser says that its code is not where it should be
    );
  }
  if (!door) {
    import('./noDoor.ts').then(
      ({ goByMail, sayWhatIsMissing }) =>
        waiting ? goByMail(config, cause, waiting) : sayWhatIsMissing(),
      () => {}, // the browser reports that the code is not at its address
    );
    return;
  }
  const { launcher, later } = door;
  if (!launcher.attach) return; // destroyed in the meantime
  const restart = () => {
    window.PenguinSupport?.('destroy');
    window.PenguinSupport?.('init', config);
  };
  const { locale = 'auto', healthDot, proactive, flags } = readable(config);
  liveOnPage(launcher, restart);
  if (!door.app()) {
    const { host } = launcher;
    host.lang =
      locale === 'auto' ? document.documentElement.lang || navigator.language : String(locale);
    host.dir = directionOf(host.lang);
    if (!isEnglish(host.lang)) labelLauncher(launcher, host.lang);
  }
  const isBack = /[?&]penguin_connect=/.test(location.search);
  const load = () => later(() => {});
  const isKnown = storedNames().some((name) => !name.endsWith(`:${guest}`));
  if (healthDot || proactive || flags || isBack || isKnown) load();
  else if (code) {
    prefetch(code, launcher);
    whenPlaced(launcher, load);
  }
}

/** A getter or proxy of the page may throw; the app reports it. */
function readable(config: SupportConfig): SupportConfig {
  try {
    return { ...config };
  } catch {
    return {};
  }
}

/** A script tag without a key has no options, but can ask for the checks. */
function isDebugged(config: SupportConfig): boolean {
  const tag = 'script[data-debug]:not([data-debug=false])';
  const { debug = document.querySelector(tag) !== null } = readable(config);
  return String(debug) === '' || Boolean(debug);
}

/** The labels are in a separate chunk, because most pages are in English. */
function labelLauncher(launcher: Launcher, language: string): void {
  import('./i18n/locales/index.ts').then(
    ({ launcherLabel }) => {
      const label = launcherLabel(language);
      if (label && launcher.host.lang === language) launcher.setLabel(label);
    },
    () => {}, // the button keeps its English label until the translation loads
  );
}

/** Elements of the script tag that the page has placed. The app defines their names. */
const placed =
  'penguin-help-center,penguin-support-button,penguin-kb-suggestions,penguin-status-badge,penguin-status-summary';

/**
 * Calls `load` when one of the elements is on the page, which can be later. Ends with the launcher.
 */
function whenPlaced(launcher: Launcher, load: () => void): void {
  const check = () => {
    const isPlaced = document.querySelector(placed) !== null;
    if (!isPlaced && launcher.attach) return;
    changes.disconnect();
    if (launcher.attach) load();
  };
  const changes = new MutationObserver(check);
  changes.observe(document, { childList: true, subtree: true });
  check();
}

/**
 * Fetches scripts at low priority without parsing or running them. Does nothing with Save-Data or a
 * 2G connection. The links are removed with the host element, which cancels pending fetches.
 */
function prefetch({ urls, nonce }: Prefetchable, launcher: Launcher): void {
  if (savesData()) return;
  for (const href of urls) {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'prefetch', as: 'script', crossOrigin: 'anonymous', nonce, href });
    link.onload = link.onerror = () => link.remove();
    launcher.host.append(link);
  }
}
