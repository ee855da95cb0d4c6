/** The Network Information API, where the browser has it. */
interface Connection {
  saveData?: boolean;
  effectiveType?: string;
}

/** True with Save-Data or on a 2G line: then nothing is fetched ahead. */
export function savesData(): boolean {
  const { saveData, effectiveType = '' }: Connection = Reflect.get(navigator, 'connection') ?? {};
  return saveData === true || effectiveType.endsWith('2g');
}
