import { storagePrefix } from '../src/brand.ts';

/**
 * Removes everything that the product has stored in this browser, so that stories do not affect
 * each other.
 */
export async function clearDevice(): Promise<void> {
  for (const storage of [localStorage, sessionStorage]) {
    for (const name of Object.keys(storage)) {
      if (name.includes(storagePrefix)) storage.removeItem(name);
    }
  }
  const databases = await indexedDB.databases();
  await Promise.all(
    databases.map(({ name = '' }) => name.startsWith(storagePrefix) && remove(name)),
  );
}

function remove(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}
