import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { I18n } from '../../i18n/translator.ts';
import {
  arrowBetween,
  arrowPath,
  arrowSize,
  type Box,
  boxBetween,
  moved,
  resized,
} from './boxes.ts';
import * as css from './Screenshot.css.ts';
import type { ScreenshotModel } from './screenshot.model.ts';

interface EditorProps {
  picture: HTMLCanvasElement;
  model: ScreenshotModel;
  i18n: I18n;
  /** Shows the picture in its actual size. */
  isWhole: boolean;
}

/** Distance of one arrow key press, as a fraction of the picture. */
const stepShare = 0.02;

/**
 * The picture, on which boxes can be drawn with the pointer, or moved and resized with the
 * keyboard.
 */
export function Editor({ picture, model, i18n, isWhole }: EditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const from = useRef<{ x: number; y: number } | null>(null);
  const drawn = useSignal<Box | null>(null);
  const size = arrowSize(picture);
  useLayoutEffect(() => place.current?.prepend(picture), [picture]);

  function pointOf(event: PointerEvent & { currentTarget: Element }): { x: number; y: number } {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    return {
      x: ((event.clientX - left) / width) * picture.width,
      y: ((event.clientY - top) / height) * picture.height,
    };
  }

  function onKey(event: KeyboardEvent, box: Box, index: number): void {
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      model.removeBox(index);
      return;
    }
    const way = directions[event.key];
    if (!way) return;
    event.preventDefault();
    const [right, down] = [way[0] * stepShare * picture.width, way[1] * stepShare * picture.height];
    const change = event.shiftKey ? resized : moved;
    model.changeBox(index, change(box, right, down, picture));
  }

  return (
    <div class={isWhole ? `${css.picture} ${css.whole}` : css.picture} ref={place}>
      {/* biome-ignore lint/a11y/useSemanticElements: what is drawn on a picture is SVG, and is grouped there. */}
      <svg
        class={css.boxes}
        viewBox={`0 0 ${picture.width} ${picture.height}`}
        role="group"
        aria-label={i18n.t('screenshot.picture')}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          from.current = pointOf(event);
        }}
        onPointerMove={(event) => {
          const between = model.tool.peek() === 'box' ? boxBetween : arrowBetween;
          if (from.current) drawn.value = between(from.current, pointOf(event), picture);
        }}
        onPointerUp={() => {
          if (drawn.value) model.addBox(drawn.value);
          from.current = null;
          drawn.value = null;
        }}
        onPointerCancel={() => {
          from.current = null;
          drawn.value = null;
        }}
      >
        <title>{i18n.t('screenshot.picture')}</title>
        {model.boxes.value.map((box, index) => (
          // biome-ignore lint/a11y/useSemanticElements: what is drawn on a picture is SVG.
          <g
            key={index}
            class={css.mark}
            tabindex={0}
            role="button"
            aria-label={i18n.t(box.tip ? 'screenshot.arrow' : 'screenshot.box', {
              number: index + 1,
            })}
            onKeyDown={(event) => onKey(event, box, index)}
          >
            <Mark box={box} size={size} />
          </g>
        ))}
        {drawn.value && (
          <g class={css.drawn}>
            <Mark box={drawn.value} size={size} />
          </g>
        )}
      </svg>
    </div>
  );
}

function Mark({ box, size }: { box: Box; size: number }) {
  const { tip, ...place } = box;
  if (!tip) return <rect class={css.box} {...place} />;
  const d = arrowPath(box, size);
  return (
    <>
      <path class={css.edge} d={d} stroke-width={size * 2} />
      <path class={css.line} d={d} stroke-width={size} />
    </>
  );
}

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
