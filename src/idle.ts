import { guest } from './brand.ts';
import type { SupportConfig } from './config.ts';
import { savesData } from './core/savesData.ts';
import { type Failure, type FrontDoor, storedNames } from './frontDoor.ts';
import { directionOf } from './i18n/direction.ts';
import { isEnglish } from './i18n/isEnglish.ts';
import type { Launcher } from './shell/launcher.ts';

/** Addresses of the code behind the front door, where they are known, and the nonce to fetch them with. */
export interface Prefetchable {
  urls: readonly string[];
  nonce: string;
}

/**
 * Runs work that can wait until the page is idle: the button in the page's language, the app for a
 * visitor with pending requests, and for everyone else a prefetch of its code.
 */
export function furnish(
  door: FrontDoor | undefined,
  config: SupportConfig,
  code?: Prefetchable,
  ...[cause, waiting]: Failure
): void {
  if (!door) {
    import('./noDoor.ts').then(
      ({ goByMail, sayWhatIsMissing }) =>
        waiting ? goByMail(config, cause, waiting) : sayWhatIsMissing(),
      () => {}, // the browser says that its code is not where it should be
    );
    return;
  }
  const { launcher, later } = door;
  if (!launcher.attach) return; // destroyed meanwhile
  const restart = () => {
    window.PenguinSupport?.('destroy');
    window.PenguinSupport?.('init', config);
  };
  const { locale = 'auto', healthDot, flags } = readable(config);
  import('./shell/liveOnPage.ts')
    .then(({ liveOnPage }) => liveOnPage(launcher, restart))
    .catch(() => {}); // all else works without
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
  if (healthDot || flags || isBack || isKnown) load();
  else if (code) {
    prefetch(code, launcher);
    whenPlaced(launcher, load);
  }
}

/** A getter or a proxy of the page may throw; the app says so. */
function readable(config: SupportConfig): SupportConfig {
  try {
    return { ...config };
  } catch {
    return {};
  }
}

/** The labels are in a chunk of their own: most pages are in English. */
function labelLauncher(launcher: Launcher, language: string): void {
  import('./i18n/locales/index.ts').then(
    ({ launcherLabel }) => {
      const label = launcherLabel(language);
      if (label && launcher.host.lang === language) launcher.setLabel(label);
    },
    () => {}, // the button keeps its English label until the words come
  );
}

/** Elements of the script tag that the page has placed. Their names are defined by the app. */
const placed =
  'penguin-help-center,penguin-support-button,penguin-kb-suggestions,penguin-status-badge,penguin-status-summary';

/** Calls `load` once one of the elements is on the page, which may be later. Ends with the launcher. */
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
 * Fetches scripts at low priority; they are neither parsed nor run. Nothing is fetched with Save-Data
 * or on a 2G line. The links go with the host element: what has not come by then is called off.
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
