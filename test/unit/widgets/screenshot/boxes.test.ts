import { describe, expect, it } from 'vitest';
import {
  arrowBetween,
  arrowPath,
  boxBetween,
  middleBox,
  moved,
} from '../../../../src/widgets/screenshot/boxes.ts';

const picture = { width: 600, height: 400 };

describe('an arrow', () => {
  it('points from where it starts to where it ends, in every direction', () => {
    const [left, right] = [
      { x: 100, y: 200 },
      { x: 300, y: 100 },
    ];
    const up = arrowBetween(left, right, picture);
    const down = arrowBetween(right, left, picture);
    expect(up && arrowPath(up, 4)).toMatch(/^M100 200L300 100M/);
    expect(down && arrowPath(down, 4)).toMatch(/^M300 100L100 200M/);
  });

  it('can be level, unlike a box, but not a point', () => {
    const [start, end] = [
      { x: 100, y: 200 },
      { x: 300, y: 200 },
    ];
    expect(boxBetween(start, end, picture)).toBeNull();
    expect(arrowBetween(start, end, picture)).toMatchObject({ width: 200, height: 0 });
    expect(arrowBetween(start, { x: 104, y: 204 }, picture)).toBeNull();
  });

  it('stays in the picture when it is drawn or moved beyond its edge', () => {
    const arrow = arrowBetween({ x: 500, y: 300 }, { x: 900, y: 900 }, picture);
    expect(arrow).toMatchObject({ x: 500, y: 300, width: 100, height: 100 });
    const added = middleBox(picture, 'arrow');
    expect(moved(added, 1_000, 1_000, picture)).toMatchObject({
      x: 600 - added.width,
      y: 400 - added.height,
      tip: { isRight: true, isLower: false },
    });
  });
});
