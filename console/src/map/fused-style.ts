import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Colours } from './style';

/** From here on tracks have a heading and a trail: from farther away they are too short to read. */
export const TRAIL_ZOOM = 12.5;
/** From here on every track in view shows how well its place is known. */
export const ELLIPSE_ZOOM = 15;
export const TRACK_LAYERS = ['track-trail', 'track-ellipse', 'track-ellipse-line', 'track-heading', 'track'] as const;
export const COVERAGE_LAYERS = ['coverage-seeing', 'coverage-out', 'coverage-gap', 'coverage-edge', 'coverage-line', 'coverage-point'] as const;

const what = (...kinds: string[]): ExpressionSpecification => ['in', ['get', 'what'], ['literal', kinds]];
const shape = (...types: string[]): ExpressionSpecification => ['in', ['geometry-type'], ['literal', types]];
const all = (...filters: ExpressionSpecification[]): ExpressionSpecification => ['all', ...filters];
const bySide = (c: Colours): ExpressionSpecification => ['match', ['get', 'side'], 'own', c.unit, c.mapInk];
/** The colour without its strength, for the far end of a fading line. */
const faded = (hex: string): string => `${hex}00`;

/** Below the fences: clear where something could see, hatched where it could not have. */
export function coverageLayers(c: Colours): LayerSpecification[] {
  const fills = shape('Polygon', 'MultiPolygon');
  const ink: ExpressionSpecification = ['match', ['get', 'what'], 'seeing', c.camera, 'gap', c.fault, c.silent];
  return [
    { id: 'coverage-seeing', type: 'fill', source: 'footprints', filter: all(fills, what('seeing')), paint: { 'fill-color': c.camera, 'fill-opacity': 0.14, 'fill-antialias': false } },
    { id: 'coverage-out', type: 'fill', source: 'footprints', filter: all(fills, what('out')), paint: { 'fill-pattern': 'hatch-out', 'fill-opacity': 0.75 } },
    { id: 'coverage-gap', type: 'fill', source: 'footprints', filter: all(fills, what('gap')), paint: { 'fill-pattern': 'hatch-gap', 'fill-opacity': 0.8 } },
    { id: 'coverage-edge', type: 'line', source: 'footprints', filter: all(fills, what('out', 'gap')), paint: { 'line-color': ink, 'line-width': 1.4, 'line-dasharray': [3, 2] } },
    { id: 'coverage-line', type: 'line', source: 'footprints', filter: shape('LineString', 'MultiLineString'), layout: { 'line-cap': 'butt' },
      paint: { 'line-color': ink, 'line-width': ['match', ['get', 'what'], 'seeing', 7, 9], 'line-opacity': ['match', ['get', 'what'], 'seeing', 0.35, 0.75] } },
    { id: 'coverage-point', type: 'circle', source: 'footprints', filter: shape('Point'), minzoom: 13,
      paint: { 'circle-radius': 8, 'circle-color': ink, 'circle-opacity': ['match', ['get', 'what'], 'seeing', 0.25, 0.1], 'circle-stroke-color': ink,
        'circle-stroke-width': ['match', ['get', 'what'], 'seeing', 0, 2] } },
  ];
}

export function trackLayers(c: Colours, font: string[]): LayerSpecification[] {
  const told: ExpressionSpecification = ['case', ['get', 'told'], ['get', 'label'], ''];
  return [
    { id: 'track-trail', type: 'line', source: 'trails', minzoom: TRAIL_ZOOM, layout: { 'line-join': 'round' },
      paint: { 'line-width': ['interpolate', ['linear'], ['zoom'], 12, 1, 16, 2.4], 'line-opacity': 0.8,
        'line-gradient': ['interpolate', ['linear'], ['line-progress'], 0, faded(c.mapInk), 1, c.mapInk] } },
    { id: 'track-ellipse', type: 'fill', source: 'ellipses', paint: { 'fill-color': bySide(c), 'fill-opacity': 0.1 } },
    { id: 'track-ellipse-line', type: 'line', source: 'ellipses',
      paint: { 'line-color': bySide(c), 'line-width': ['case', ['get', 'chosen'], 1.8, 1], 'line-dasharray': [4, 2] } },
    { id: 'track-heading', type: 'line', source: 'headings', minzoom: TRAIL_ZOOM, layout: { 'line-cap': 'round' },
      paint: { 'line-color': bySide(c), 'line-width': ['interpolate', ['linear'], ['zoom'], 12, 1.2, 16, 2.6] } },
    { id: 'track', type: 'symbol', source: 'tracks', layout: {
      'icon-image': ['get', 'icon'], 'icon-size': ['interpolate', ['linear'], ['zoom'], 9, 0.2, 12.5, 0.3, 14, 0.42, 16, 0.58], 'icon-allow-overlap': true,
      'icon-ignore-placement': true, 'symbol-sort-key': ['get', 'rank'], 'text-field': ['step', ['zoom'], '', 13, told, 15.5, ['get', 'label']],
      'text-font': font, 'text-size': 11, 'text-anchor': 'top', 'text-offset': ['interpolate', ['linear'], ['zoom'], 13, ['literal', [0, 1.1]], 16, ['literal', [0, 2.1]]], 'text-optional': true },
      paint: { 'icon-opacity': ['interpolate', ['linear'], ['get', 'strength'], 0.5, 0.6, 0.95, 1],
        'text-color': bySide(c), 'text-halo-color': c.mapHalo, 'text-halo-width': 1.6 } },
  ];
}

/** What an open Why view rests on. */
export function evidenceLayers(c: Colours): LayerSpecification[] {
  const lit: ExpressionSpecification = ['get', 'lit'];
  return [
    { id: 'evidence-cone', type: 'fill', source: 'evidence', filter: shape('Polygon'), paint: { 'fill-color': c.camera, 'fill-opacity': ['case', lit, 0.4, 0.18] } },
    { id: 'evidence-cone-line', type: 'line', source: 'evidence', filter: shape('Polygon'), paint: { 'line-color': c.camera, 'line-width': ['case', lit, 2.2, 1] } },
    { id: 'evidence-line', type: 'line', source: 'evidence', filter: shape('LineString'),
      paint: { 'line-color': ['case', lit, c.focus, c.mapInk], 'line-width': ['case', lit, 3, 1.2], 'line-dasharray': [2, 1.6] } },
    { id: 'evidence-dot', type: 'circle', source: 'evidence', filter: shape('Point'),
      paint: { 'circle-radius': ['+', ['case', lit, 5, 3], ['*', 6, ['get', 'weight']]], 'circle-color': ['case', lit, c.focus, c.mapInk],
        'circle-opacity': 0.75, 'circle-stroke-color': c.mapHalo, 'circle-stroke-width': 1.6 } },
  ];
}
