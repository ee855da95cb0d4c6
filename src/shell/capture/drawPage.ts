import { elementPrefix } from '../../brand.ts';
import { privateParts } from './privateParts.ts';

/** Draws the visible part of the page from its elements, if the screen cannot be shared. */
export async function drawPage(): Promise<HTMLCanvasElement> {
  const boxes = privateParts();
  const { domToCanvas } = await import('modern-screenshot');
  const whole = await domToCanvas(document.documentElement, {
    filter: (node) => !(node instanceof Element && node.localName.startsWith(`${elementPrefix}-`)),
    timeout: 5_000,
  });
  const canvas = document.createElement('canvas');
  canvas.width = innerWidth;
  canvas.height = innerHeight;
  const pen = canvas.getContext('2d');
  const { left, top } = document.documentElement.getBoundingClientRect();
  pen?.drawImage(whole, left, top);
  for (const { x, y, width, height } of boxes) pen?.fillRect(x, y, width, height);
  return canvas;
}
