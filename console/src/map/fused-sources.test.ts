import { describe, expect, it } from 'vitest';
import { bearing, distanceM } from '../geo';
import type { Camera, Coverage, Detection, Grounds, LonLat, Track } from '../types';
import { ellipses, evidence, footprints, headings, near, tracks } from './fused-sources';

const PLACE: LonLat = [1.88, 50.97];
const camera: Camera = { id: 'CAM', name: { en: 'Camera', fr: 'Caméra' }, site: 'CAL', position: [1.878, 50.97], bearing: 0, fov: 60, rangeM: 240, kind: 'VISIBLE' };
const track = (over: Partial<Track> = {}): Track => ({ site: 'CAL', lat: PLACE[1], lon: PLACE[0], course: 90, speed: 2, sigma: [10, 5, 30], existence: 0.9,
  class: { person: 0.9 }, own: null, since: '', lastAt: '', alarm: null, ...over });
const detection = (over: Partial<Detection> = {}): Detection => ({ observation: '1', sensor: 'FIB', lat: PLACE[1], lon: PLACE[0], at: '', weight: 0.5, ...over });
const opened = (...detections: Detection[]) => ({ place: PLACE, grounds: { logOdds: 4, threshold: 3, grade: 'C', track: null, terms: [], detections, unseen: [], suppressors: [] } satisfies Grounds });
const shapes = (c: GeoJSON.FeatureCollection): string[] => c.features.map((f) => f.geometry.type);

describe('the fused picture on the map', () => {
  it('names the image of a track by class, own forces, alarm and choice', () => {
    const all = { a: track(), b: track({ own: 'PAF-1', class: {} }), c: track({ alarm: 'A1' }), d: track({ alarm: 'A2' }) };
    const drawn = tracks(all, { chosen: 'a', life: (id) => id === 'A2', label: (own) => own });
    expect(drawn.features.map((f) => f.properties?.['icon'])).toEqual(
      ['track/person/false/none/true', 'track/unknown/true/none/false', 'track/person/false/alarm/false', 'track/person/false/life/false']);
    expect(drawn.features.map((f) => f.properties?.['label'])).toEqual(['a', 'PAF-1', 'c', 'd']);
  });

  it('puts a life at risk on top of every other track, chosen or not', () => {
    const all = { chosen: track({ alarm: 'A1' }), life: track({ alarm: 'A2' }) };
    const [chosen, life] = tracks(all, { chosen: 'chosen', life: (id) => id === 'A2', label: (own) => own }).features.map((f) => f.properties?.['rank'] as number);
    expect(life).toBeGreaterThan(chosen ?? 0);
  });

  it('draws a doubtful track faintly, but never one of a life at risk', () => {
    const all = { doubtful: track({ existence: 0.5 }), life: track({ existence: 0.5, alarm: 'A2' }) };
    expect(tracks(all, { chosen: null, life: () => true, label: (own) => own }).features.map((f) => f.properties?.['strength'])).toEqual([0.5, 1]);
  });

  it('draws no heading of what stands', () => expect(headings({ a: track(), b: track({ speed: 0 }) }).features).toHaveLength(1));

  it('draws headings and trails of what is in view and half a screen around, of nothing from far away', () => {
    const all = { here: track(), beside: track({ lon: 1.94 }), far: track({ lon: 2.2 }) };
    expect(Object.keys(near(all, [1.8, 50.9, 1.9, 51]))).toEqual(['here', 'beside']);
    expect(near(all, null)).toEqual({});
  });

  it('draws the ellipse of the chosen track always, and of the others only in view and from close up', () => {
    const all = { here: track(), far: track({ lon: 2.2 }), chosen: track({ lon: 2.3 }) };
    expect(ellipses(all, 'chosen', null).features).toHaveLength(1);
    expect(ellipses(all, 'chosen', [1.8, 50.9, 1.9, 51]).features).toHaveLength(2);
    expect(ellipses(all, null, null).features).toEqual([]);
  });

  it('ties a detection to its place with a dot and a line', () => expect(shapes(evidence(opened(detection()), [camera], null))).toEqual(['LineString', 'Point']));

  it('gives a camera that knows only a bearing a narrow cone that way, and no dot', () => {
    const drawn = evidence(opened(detection({ sensor: 'CAM', lat: null, lon: null, bearing: 90 })), [camera], null);
    expect(shapes(drawn)).toEqual(['Polygon', 'LineString']);
    const ring = (drawn.features[0]?.geometry as GeoJSON.Polygon).coordinates[0] as LonLat[];
    for (const p of ring.slice(1, -1)) {
      expect(Math.abs(bearing(camera.position, p) - 90)).toBeLessThanOrEqual(2.01);
      expect(distanceM(camera.position, p)).toBeCloseTo(240, 0);
    }
  });

  it('lights the detection that is pointed at, and only it', () => {
    const drawn = evidence(opened(detection(), detection({ observation: '2' })), [], '2');
    expect(drawn.features.map((f) => f.properties?.['lit'])).toEqual([false, false, true, true]);
  });

  it('says what could be seen, what could not, and what nothing sees', () => {
    const geometry: GeoJSON.Geometry = { type: 'Point', coordinates: PLACE };
    const coverage: Coverage = { at: '', site: 'CAL', gaps: { type: 'MultiPolygon', coordinates: [] },
      footprints: (['SEEING', 'SILENT', 'DISBELIEVED'] as const).map((state) => ({ sensor: state, kind: 'RADAR', geometry, state })) };
    expect(footprints(coverage).features.map((f) => f.properties?.['what'])).toEqual(['seeing', 'out', 'out', 'gap']);
    expect(footprints(null).features).toEqual([]);
  });
});
