/** What a project's set-up hands to its tests: a migrated database to make each file's own from. */
declare module 'vitest' {
  export interface ProvidedContext {
    source: { kind: 'pglite'; dump: string } | { kind: 'postgres'; url: string; template: string };
  }
}

export {};
