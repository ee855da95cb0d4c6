/**
 * Values that a project's setup provides: a migrated database to copy for each file, and a folder
 * that it removes at the end.
 */
declare module 'vitest' {
  export interface ProvidedContext {
    folder: string;
    source:
      | { kind: 'pglite'; dump: string }
      | { kind: 'postgres' | 'nile'; url: string; template: string };
  }
}

export {};
