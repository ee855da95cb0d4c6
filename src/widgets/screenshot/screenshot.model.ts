import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { SupportContext } from '../../core/context.ts';
import { filesOf } from '../../core/files.model.ts';
import type { CaptureWay } from '../../core/ports.ts';
import { type Box, burn, middleBox, type Tool } from './boxes.ts';

/** `denied`: the person or the page's policy denied it. `failed`: the browser failed. */
export type ScreenshotStatus =
  | { at: 'ready' }
  | { at: 'capturing' }
  | { at: 'denied' }
  | { at: 'failed' }
  | { at: 'editing'; picture: HTMLCanvasElement }
  | { at: 'adding' };

export interface ScreenshotModel {
  status: ReadonlySignal<ScreenshotStatus>;
  /** The tool for drawing: black boxes, or arrows. */
  tool: ReadonlySignal<Tool>;
  choose(tool: Tool): void;
  /** The boxes and arrows that the person has drawn. */
  boxes: ReadonlySignal<readonly Box[]>;
  canShareScreen: boolean;
  canUndo: ReadonlySignal<boolean>;
  take(way: CaptureWay): Promise<void>;
  startAgain(): void;
  addBox(box?: Box): void;
  changeBox(index: number, box: Box): void;
  removeBox(index: number): void;
  /** Takes back the last change of the boxes. */
  undo(): void;
  /** Draws the boxes into the picture, and adds it to the draft for which it was taken. */
  use(): Promise<void>;
  dispose(): void;
}

export function createScreenshotModel(context: SupportContext): ScreenshotModel {
  const { messenger, outbox, page, visitor } = context;
  const status = signal<ScreenshotStatus>({ at: 'ready' });
  const boxes = signal<readonly Box[]>([]);
  const tool = signal<Tool>('box');
  /** The boxes before each change, oldest first. */
  const past = signal<readonly (readonly Box[])[]>([]);
  const ended = new AbortController();

  function change(next: readonly Box[]): void {
    past.value = [...past.peek(), boxes.peek()];
    boxes.value = next;
  }

  function startAgain(): void {
    boxes.value = [];
    past.value = [];
    status.value = { at: 'ready' };
  }

  // A picture is private, so it is dropped with its screen.
  const stop = effect(() => {
    visitor.epoch.value;
    if (messenger.screen.value.id !== 'screenshot') startAgain();
  });

  return {
    status,
    tool,
    choose(next) {
      tool.value = next;
    },
    boxes,
    canShareScreen: page.canShareScreen(),
    canUndo: computed(() => past.value.length > 0),
    async take(way) {
      if (status.peek().at === 'capturing') return;
      status.value = { at: 'capturing' };
      try {
        const picture = await page.capture(way, ended.signal);
        if (status.peek().at === 'capturing') status.value = { at: 'editing', picture };
      } catch (cause) {
        const isDenied = cause instanceof DOMException && cause.name === 'NotAllowedError';
        status.value = { at: isDenied ? 'denied' : 'failed' };
      }
    },
    startAgain,
    addBox(box) {
      const now = status.peek();
      if (now.at === 'editing')
        change([...boxes.peek(), box ?? middleBox(now.picture, tool.peek())]);
    },
    changeBox(index, box) {
      change(boxes.peek().map((one, at) => (at === index ? box : one)));
    },
    removeBox(index) {
      change(boxes.peek().filter((_box, at) => at !== index));
    },
    undo() {
      boxes.value = past.peek().at(-1) ?? [];
      past.value = past.peek().slice(0, -1);
    },
    async use() {
      const now = status.peek();
      const { draft } = messenger.screen.peek();
      if (now.at !== 'editing' || !draft || !outbox) return;
      status.value = { at: 'adding' };
      const files = filesOf(outbox.files);
      const file = await fileOf(burn(now.picture, boxes.peek()), files.rules.peek().max_bytes);
      if (file) await files.add(draft, [file]);
      if (messenger.screen.peek().id === 'screenshot') messenger.back();
    },
    dispose() {
      stop();
      ended.abort();
    },
  };
}

/** Encodes the picture as PNG, or as JPEG if the PNG is too large. */
async function fileOf(picture: HTMLCanvasElement, maxBytes: number): Promise<File | null> {
  const sharp = await blobOf(picture, 'image/png');
  const blob = sharp && sharp.size > maxBytes ? await blobOf(picture, 'image/jpeg') : sharp;
  if (!blob) return null;
  const time = new Date().toISOString().slice(0, 19).replaceAll(/[T:]/g, '-');
  const ending = blob.type === 'image/jpeg' ? 'jpg' : 'png';
  return new File([blob], `screenshot-${time}.${ending}`, { type: blob.type });
}

function blobOf(picture: HTMLCanvasElement, type: string): Promise<Blob | null> {
  return new Promise((resolve) => picture.toBlob(resolve, type, 0.9));
}
