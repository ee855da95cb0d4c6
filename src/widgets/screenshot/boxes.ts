/** A black box, or the box around an arrow, in pixels of the picture. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
  /** The corner to which an arrow points. A box without it is black. */
  tip?: { isRight: boolean; isLower: boolean };
}

/** The tool with which the person draws. */
export type Tool = 'box' | 'arrow';

interface Point {
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

/** Minimum size in pixels. Smaller boxes are accidental. */
const minBoxPx = 8;

/** Returns the box between two corners, clipped to the picture, or null if it is too small. */
export function boxBetween(a: Point, b: Point, picture: Size): Box | null {
  const left = clamp(Math.min(a.x, b.x), picture.width);
  const top = clamp(Math.min(a.y, b.y), picture.height);
  const width = clamp(Math.max(a.x, b.x), picture.width) - left;
  const height = clamp(Math.max(a.y, b.y), picture.height) - top;
  return width < minBoxPx || height < minBoxPx ? null : { x: left, y: top, width, height };
}

/** Returns the arrow from one point to another, or null if it is too short. */
export function arrowBetween(from: Point, to: Point, picture: Size): Box | null {
  const [start, end] = [from, to].map(({ x, y }) => ({
    x: clamp(x, picture.width),
    y: clamp(y, picture.height),
  }));
  if (!start || !end || Math.hypot(end.x - start.x, end.y - start.y) < 2 * minBoxPx) return null;
  return {
    x: Math.min(start.x, end.x),
    y: Math.min(start.y, end.y),
    width: Math.abs(end.x - start.x),
    height: Math.abs(end.y - start.y),
    tip: { isRight: end.x >= start.x, isLower: end.y >= start.y },
  };
}

/** Returns an initial box or arrow in the middle of the picture. */
export function middleBox({ width, height }: Size, tool: Tool): Box {
  const box = { x: width * 0.35, y: height * 0.42, width: width * 0.3, height: height * 0.16 };
  return tool === 'box' ? box : { ...box, tip: { isRight: true, isLower: false } };
}

/** Returns the shaft and the head of an arrow as an SVG path. `size`: the width of its stroke. */
export function arrowPath({ x, y, width, height, tip }: Box, size: number): string {
  const isRight = tip?.isRight ?? true;
  const isLower = tip?.isLower ?? true;
  const [startX, endX] = isRight ? [x, x + width] : [x + width, x];
  const [startY, endY] = isLower ? [y, y + height] : [y + height, y];
  const angle = Math.atan2(endY - startY, endX - startX);
  const wing = (turn: number) => {
    const way = angle + Math.PI + turn;
    return `${endX + Math.cos(way) * size * 5} ${endY + Math.sin(way) * size * 5}`;
  };
  return `M${startX} ${startY}L${endX} ${endY}M${wing(0.5)}L${endX} ${endY}L${wing(-0.5)}`;
}

/** Returns the stroke of arrows, so that they look equal in pictures of every size. */
export function arrowSize({ width }: Size): number {
  return Math.max(3, width / 300);
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

/** Colors of arrows: red with a white edge, which is visible on every picture. */
export const arrowColors = { line: '#d92d20', edge: '#fff' } as const;

/** Draws boxes and arrows into the picture, so that the pixels below them are lost. */
export function burn(picture: HTMLCanvasElement, boxes: readonly Box[]): HTMLCanvasElement {
  const burnt = document.createElement('canvas');
  burnt.width = picture.width;
  burnt.height = picture.height;
  const pen = burnt.getContext('2d');
  pen?.drawImage(picture, 0, 0);
  for (const { x, y, width, height, tip } of boxes) if (!tip) pen?.fillRect(x, y, width, height);
  const arrows = boxes.filter(({ tip }) => tip);
  const size = arrowSize(picture);
  for (const [color, stroke] of [
    [arrowColors.edge, size * 2],
    [arrowColors.line, size],
  ] as const) {
    if (!pen) break;
    Object.assign(pen, { strokeStyle: color, lineWidth: stroke, lineCap: 'round' });
    for (const arrow of arrows) pen.stroke(new Path2D(arrowPath(arrow, size)));
  }
  return burnt;
}
