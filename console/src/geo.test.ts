import { describe, expect, it } from 'vitest';
import { distanceM, middle, towards, wedge } from './geo';

describe('places', () => {
  it('Calais port to the railhead at Coquelles is about six kilometres', () => {
    expect(distanceM([1.868, 50.966], [1.809, 50.927])).toBeGreaterThan(5500);
    expect(distanceM([1.868, 50.966], [1.809, 50.927])).toBeLessThan(6500);
  });

  it('a point 500 m away is 500 m away in every direction', () => {
    for (let b = 0; b < 360; b += 30) expect(distanceM([1.85, 50.95], towards([1.85, 50.95], b, 500))).toBeCloseTo(500, 0);
  });

  it('a field of view is a closed ring that starts and ends at the camera', () => {
    const ring = wedge([1.85, 50.95], 90, 60, 200);
    expect(ring[0]).toEqual(ring.at(-1));
  });

  it('a line is known by the middle of its box', () => {
    expect(middle({ type: 'LineString', coordinates: [[1, 50], [3, 52]] })).toEqual([2, 51]);
  });
});
