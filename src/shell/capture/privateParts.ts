/** The parts that are blacked out on a screenshot: password fields, and elements that the page marks. */
const isPrivate = 'input[type=password], [data-support-redact]';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Returns the visible private parts in CSS pixels of the viewport, including those in open shadow
 * roots.
 */
export function privateParts(root: Document | ShadowRoot = document): Box[] {
  const own = [...root.querySelectorAll(isPrivate)].map((part) => part.getBoundingClientRect());
  const inner = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? privateParts(shadowRoot) : [],
  );
  const boxes = own.filter(isSeen).map(({ x, y, width, height }) => ({ x, y, width, height }));
  return [...boxes, ...inner];
}

function isSeen({ width, height, top, bottom, left, right }: DOMRect): boolean {
  return (
    width > 0 && height > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth
  );
}

/**
 * Covers the private parts with black boxes above everything else, so that no picture of the screen
 * contains them. The boxes follow the page when it scrolls. Returns a function that removes them.
 */
export function coverPrivateParts(): () => void {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { all: initial !important; display: block !important; position: fixed !important;
      inset: 0 !important; width: 100vw !important; height: 100vh !important;
      overflow: hidden !important; pointer-events: none !important;
      z-index: 2147483647 !important; }
    :host::backdrop { display: none !important; }
    svg { display: block; width: 100%; height: 100%; }
    rect { fill: #000; forced-color-adjust: none; }`);
  root.adoptedStyleSheets = [sheet];
  const space = 'http://www.w3.org/2000/svg';
  const drawing = document.createElementNS(space, 'svg');
  root.append(drawing);
  if ('popover' in host) host.popover = 'manual';
  document.body.append(host);
  if (host.popover) host.showPopover();

  let frame = 0;
  const draw = () => {
    drawing.replaceChildren(
      ...privateParts().map((box) => {
        const rect = document.createElementNS(space, 'rect');
        for (const [name, value] of Object.entries(box)) rect.setAttribute(name, `${value}`);
        return rect;
      }),
    );
    frame = requestAnimationFrame(draw);
  };
  draw();
  return () => {
    cancelAnimationFrame(frame);
    host.remove();
  };
}
