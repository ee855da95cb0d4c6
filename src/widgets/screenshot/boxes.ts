/** A black box, in pixels of the picture. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Size {
  width: number;
  height: number;
}

/** Minimum size in pixels. Smaller boxes are accidental. */
const minBoxPx = 8;

/** Returns the box between two corners, clipped to the picture, or null if it is too small. */
export function boxBetween(
  a: { x: number; y: number },
  b: { x: number; y: number },
  picture: Size,
): Box | null {
  const left = clamp(Math.min(a.x, b.x), picture.width);
  const top = clamp(Math.min(a.y, b.y), picture.height);
  const width = clamp(Math.max(a.x, b.x), picture.width) - left;
  const height = clamp(Math.max(a.y, b.y), picture.height) - top;
  return width < minBoxPx || height < minBoxPx ? null : { x: left, y: top, width, height };
}

/** Returns an initial box in the middle of the picture. */
export function middleBox({ width, height }: Size): Box {
  return { x: width * 0.35, y: height * 0.42, width: width * 0.3, height: height * 0.16 };
}

/** Moves the box by a fraction of the picture, and keeps it inside. */
export function moved(box: Box, right: number, down: number, picture: Size): Box {
  return {
    ...box,
    x: clamp(box.x + right, picture.width - box.width),
    y: clamp(box.y + down, picture.height - box.height),
  };
}

/** Moves the lower right corner of the box, and keeps it inside the picture. */
export function resized(box: Box, right: number, down: number, picture: Size): Box {
  return {
    ...box,
    width: Math.max(minBoxPx, Math.min(box.width + right, picture.width - box.x)),
    height: Math.max(minBoxPx, Math.min(box.height + down, picture.height - box.y)),
  };
}

function clamp(value: number, max: number): number {
  return Math.max(0, Math.min(value, max));
}

/** Draws the boxes into the picture, so that the pixels below them are lost. */
export function burn(picture: HTMLCanvasElement, boxes: readonly Box[]): HTMLCanvasElement {
  const burnt = document.createElement('canvas');
  burnt.width = picture.width;
  burnt.height = picture.height;
  const pen = burnt.getContext('2d');
  pen?.drawImage(picture, 0, 0);
  for (const { x, y, width, height } of boxes) pen?.fillRect(x, y, width, height);
  return burnt;
}
