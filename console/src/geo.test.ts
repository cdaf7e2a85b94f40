import { describe, expect, it } from 'vitest';
import { bearing, distanceM, ellipse, middle, towards, wedge } from './geo';

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

  it('a bearing leads back the way one came', () => {
    for (let b = 0; b < 360; b += 45) expect(bearing([1.85, 50.95], towards([1.85, 50.95], b, 400))).toBeCloseTo(b, 2);
  });

  it('an ellipse is a closed ring as long as its major axis and as wide as its minor, turned to its bearing', () => {
    const at: [number, number] = [1.85, 50.95];
    const ring = ellipse(at, 80, 20, 30);
    const far = ring.map((p) => distanceM(at, p));
    expect(ring[0]).toEqual(ring.at(-1));
    expect(Math.max(...far)).toBeCloseTo(80, 1);
    expect(Math.min(...far)).toBeCloseTo(20, 1);
    expect(bearing(at, ring[far.indexOf(Math.max(...far))] ?? at) % 180).toBeCloseTo(30, 1);
  });

  it('a line is known by the middle of its box', () => {
    expect(middle({ type: 'LineString', coordinates: [[1, 50], [3, 52]] })).toEqual([2, 51]);
  });
});
