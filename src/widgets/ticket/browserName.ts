/*
 * Most browsers also contain the names of the browsers that they imitate, so the first match
 * counts.
 */
const browsers: readonly (readonly [name: string, version: RegExp])[] = [
  ['Edge', /Edg(?:A|iOS)?\/(\d+)/],
  ['Opera', /OPR\/(\d+)/],
  ['Samsung Internet', /SamsungBrowser\/(\d+)/],
  ['Firefox', /(?:Firefox|FxiOS)\/(\d+)/],
  ['Chrome', /(?:Chrome|CriOS)\/(\d+)/],
  ['Safari', /Version\/([\d.]+).*Safari\//],
];
const systems: readonly (readonly [name: string, sign: RegExp])[] = [
  ['iPadOS', /iPad/],
  ['iOS', /iPhone|iPod/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['ChromeOS', /CrOS/],
  ['macOS', /Macintosh/],
  ['Linux', /Linux/],
];

/**
 * Returns browser and system of a user agent string, such as `Chrome 156 · Linux`, or undefined if
 * neither is known.
 */
export function browserName(userAgent: string): string | undefined {
  const found = browsers.flatMap(([name, version]) => {
    const number = version.exec(userAgent)?.[1];
    return number ? [`${name} ${number}`] : [];
  });
  const system = systems.find(([, sign]) => sign.test(userAgent))?.[0];
  return [found[0], system].filter(Boolean).join(' · ') || undefined;
}
