import * as views from '@preact/signals';
import * as core from '@preact/signals-core';
import * as preact from 'preact';
import * as hooks from 'preact/hooks';

const own = (file: string) =>
  import(/* @vite-ignore */ new URL(`../../src/view/${file}.ts`, import.meta.url).href);

export interface Views {
  readonly preact: typeof preact;
  readonly hooks: typeof hooks;
  readonly signals: typeof core;
  readonly useSignal: typeof views.useSignal;
  readonly useSignalEffect: typeof views.useSignalEffect;
}

/** The libraries that the sources import. */
export const published: Views = {
  ...{ preact, hooks, signals: core },
  ...{ useSignal: views.useSignal, useSignalEffect: views.useSignalEffect },
};

const [ownPreact, ownHooks, ownCore, ownViews]: [
  typeof preact,
  typeof hooks,
  typeof core,
  typeof views,
] = await Promise.all([own('preact'), own('hooks'), own('signals'), own('signalHooks')]);

/** The parts of them that the builds use instead. */
export const small: Views = {
  ...{ preact: ownPreact, hooks: ownHooks, signals: ownCore },
  ...{ useSignal: ownViews.useSignal, useSignalEffect: ownViews.useSignalEffect },
};
