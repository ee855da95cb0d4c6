/** The Network Information API, if the browser supports it. */
interface Connection {
  saveData?: boolean;
  effectiveType?: string;
}

/** True with Save-Data or a 2G connection. Then nothing is prefetched. */
export function savesData(): boolean {
  const { saveData, effectiveType = '' }: Connection = Reflect.get(navigator, 'connection') ?? {};
  return saveData === true || effectiveType.endsWith('2g');
}
