import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { TOKENS } from '../theme/tokens';
import { COVERAGE_LAYERS, coverageLayers, evidenceLayers, TRACK_LAYERS, trackLayers } from './fused-style';

export type Colours = Record<keyof (typeof TOKENS)['grey'], string>;
type Lang = 'en' | 'fr';

/** What can be switched on and off, and the layers that belong to it. */
export const GROUPS = {
  plan: ['plan-fill', 'plan-line', 'plan-rail', 'plan-label'],
  zones: ['zone-area', 'zone-line', 'zone-gate', 'zone-label', 'zone-name'],
  sensors: ['sensor', 'sensor-bad', 'sensor-label'],
  cameras: ['camera'],
  views: ['view-fill', 'view-line'],
  tracks: TRACK_LAYERS,
  coverage: COVERAGE_LAYERS,
  units: ['unit'],
  events: ['event'],
  overlay: ['overlay-fill', 'overlay-line', 'overlay-point'],
} as const;
export type Group = keyof typeof GROUPS;

/** No glyph server: MapLibre draws text with the machine's own fonts when a style names none. */
const FONT = ['Noto Sans', 'Liberation Sans', 'sans-serif'];
const BOLD = ['Noto Sans Bold', 'Liberation Sans Bold', 'sans-serif'];
const EMPTY: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };
const polygons: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon'];
const lines: ExpressionSpecification = ['==', ['geometry-type'], 'LineString'];
const kindIn = (...kinds: string[]): ExpressionSpecification => ['in', ['get', 'kind'], ['literal', kinds]];

/** The room's map as code: calm greys below, what lives above. Data of the sources comes later. */
export function roomStyle(c: Colours, lang: Lang, raster: { tiles: string; attribution: string } | null): StyleSpecification {
  const live = { type: 'geojson', data: EMPTY } as const;
  return {
    version: 8,
    sources: {
      ...(raster ? { raster: { type: 'raster', tiles: [raster.tiles], tileSize: 256, attribution: raster.attribution } as const } : {}),
      coast: { type: 'geojson', data: '/basemap/coast.geojson' },
      plan: { type: 'geojson', data: '/basemap/siteplan.geojson' },
      zones: live, sensors: live, cameras: live, views: live, units: live, events: live, overlay: live,
      tracks: live, headings: live, ellipses: live, evidence: live, footprints: live, trails: { ...live, lineMetrics: true },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': c.sea } },
      { id: 'land', type: 'fill', source: 'coast', filter: polygons, paint: { 'fill-color': c.land } },
      { id: 'coast', type: 'line', source: 'coast', filter: lines, maxzoom: 13, paint: { 'line-color': c.coast, 'line-width': 1 } },
      ...(raster ? [{ id: 'raster', type: 'raster', source: 'raster', paint: { 'raster-saturation': -0.8, 'raster-opacity': 0.7 } } as LayerSpecification] : []),
      ...planLayers(c, lang), ...coverageLayers(c), ...zoneLayers(c), ...watchLayers(c), ...trackLayers(c, BOLD), ...evidenceLayers(c),
      ...liveLayers(c), ...overlayLayers(c),
    ],
  };
}

function planLayers(c: Colours, lang: Lang): LayerSpecification[] {
  return [
    { id: 'plan-fill', type: 'fill', source: 'plan', filter: polygons, paint: {
      'fill-color': ['match', ['get', 'kind'], ['BASIN', 'WATER'], c.sea, 'LAND', c.land, ['QUAY', 'PIER'], c.quay, 'BUILDING', c.building,
        'BUILT', c.parking, ['PARKING', 'LANE'], c.parking, 'PLATFORM', c.platform, c.land],
      'fill-outline-color': ['match', ['get', 'kind'], ['BASIN', 'WATER', 'LAND', 'QUAY', 'PIER'], c.coast, ['BUILDING', 'PLATFORM', 'LANE'], c.rail, c.parking] } },
    { id: 'plan-line', type: 'line', source: 'plan', filter: ['all', lines, ['!', kindIn('RAIL', 'TUNNEL')]],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': c.road, 'line-width': ['interpolate', ['exponential', 1.6], ['zoom'],
        9, ['match', ['get', 'kind'], 'MOTORWAY', 1.2, 0.6], 14, ['match', ['get', 'kind'], 'MOTORWAY', 5, 3], 17, ['match', ['get', 'kind'], 'MOTORWAY', 18, 10]] } },
    { id: 'plan-rail', type: 'line', source: 'plan', filter: ['all', lines, kindIn('RAIL', 'TUNNEL')],
      paint: { 'line-color': c.rail, 'line-width': ['interpolate', ['linear'], ['zoom'], 10, 0.8, 15, 2], 'line-dasharray': [4, 1.5] } },
    { id: 'plan-label', type: 'symbol', source: 'plan', minzoom: 12.6, filter: ['has', `name_${lang}`],
      layout: { 'text-field': ['get', `name_${lang}`], 'text-font': FONT, 'text-size': 11, 'text-padding': 8,
        'symbol-placement': 'point', 'text-max-width': 9, 'text-optional': true },
      paint: { 'text-color': c.faint, 'text-halo-color': c.mapHalo, 'text-halo-width': 1.2 } },
  ];
}

function zoneLayers(c: Colours): LayerSpecification[] {
  return [
    { id: 'zone-area', type: 'line', source: 'zones', filter: polygons, minzoom: 12,
      paint: { 'line-color': c.lane, 'line-width': 1, 'line-dasharray': [3, 2] } },
    { id: 'zone-line', type: 'line', source: 'zones', filter: ['all', lines, kindIn('FENCE')],
      paint: { 'line-color': c.fence, 'line-width': ['interpolate', ['linear'], ['zoom'], 9, 1, 13, 2, 16, 3.5] } },
    { id: 'zone-gate', type: 'symbol', source: 'zones', filter: kindIn('GATE'), minzoom: 12.2,
      layout: { 'icon-image': 'gate', 'icon-size': 0.5, 'symbol-placement': 'point', 'icon-allow-overlap': true } },
    zoneLabel(c, 'zone-label', ['==', ['geometry-type'], 'Point'], 'point'),
    zoneLabel(c, 'zone-name', ['!=', ['geometry-type'], 'Point'], 'line-center'),
  ];
}

function zoneLabel(c: Colours, id: string, filter: ExpressionSpecification, placement: 'point' | 'line-center'): LayerSpecification {
  return { id, type: 'symbol', source: 'zones', minzoom: 15.2, filter,
    layout: { 'text-field': ['get', 'label'], 'text-font': FONT, 'text-size': 10.5, 'symbol-placement': placement, 'text-max-width': 10, 'text-offset': [0, 0.9] },
    paint: { 'text-color': c.mapInk, 'text-halo-color': c.mapHalo, 'text-halo-width': 1.4 } };
}

function watchLayers(c: Colours): LayerSpecification[] {
  const bad: ExpressionSpecification = ['in', ['get', 'health'], ['literal', ['FAULT', 'SILENT']]];
  return [
    { id: 'view-fill', type: 'fill', source: 'views', minzoom: 13.5, layout: { visibility: 'none' }, paint: { 'fill-color': c.camera, 'fill-opacity': 0.12 } },
    { id: 'view-line', type: 'line', source: 'views', minzoom: 13.5, layout: { visibility: 'none' }, paint: { 'line-color': c.camera, 'line-opacity': 0.6, 'line-width': 0.8 } },
    { id: 'camera', type: 'symbol', source: 'cameras', minzoom: 13.4, layout: { 'icon-image': 'camera', 'icon-rotate': ['get', 'bearing'],
      'icon-rotation-alignment': 'map', 'icon-size': ['interpolate', ['linear'], ['zoom'], 13.4, 0.3, 16, 0.6], 'icon-allow-overlap': true } },
    { id: 'sensor', type: 'symbol', source: 'sensors', minzoom: 12.8, filter: ['!', bad], layout: { 'icon-image': ['get', 'icon'],
      'icon-size': ['interpolate', ['linear'], ['zoom'], 12.8, 0.22, 14, 0.34, 16, 0.6], 'icon-allow-overlap': true } },
    { id: 'sensor-bad', type: 'symbol', source: 'sensors', minzoom: 9.5, filter: bad, layout: { 'icon-image': ['get', 'icon'],
      'icon-size': ['interpolate', ['linear'], ['zoom'], 9.5, 0.24, 16, 0.66], 'icon-allow-overlap': true } },
    { id: 'sensor-label', type: 'symbol', source: 'sensors', minzoom: 16, layout: { 'text-field': ['get', 'id'], 'text-font': FONT, 'text-size': 10, 'text-offset': [0, 1.2], 'text-anchor': 'top' },
      paint: { 'text-color': c.mapInk, 'text-halo-color': c.mapHalo, 'text-halo-width': 1.2 } },
  ];
}

function liveLayers(c: Colours): LayerSpecification[] {
  return [
    { id: 'unit', type: 'symbol', source: 'units', layout: { 'icon-image': ['get', 'icon'], 'icon-size': ['interpolate', ['linear'], ['zoom'], 9, 0.22, 12, 0.34, 14, 0.55],
      'icon-allow-overlap': true, 'icon-ignore-placement': true, 'text-field': ['step', ['zoom'], '', 12.6, ['get', 'label']], 'text-font': BOLD, 'text-size': 11,
      'text-anchor': 'left', 'text-offset': [1.5, 0], 'text-justify': 'left', 'text-optional': true },
      paint: { 'text-color': c.mapInk, 'text-halo-color': c.mapHalo, 'text-halo-width': 1.6 } },
    { id: 'event', type: 'symbol', source: 'events', layout: { 'icon-image': ['get', 'icon'], 'icon-size': 0.5, 'icon-allow-overlap': true, 'icon-ignore-placement': true,
      'symbol-sort-key': ['get', 'rank'], 'text-field': ['step', ['zoom'], ['case', ['get', 'chosen'], ['get', 'label'], ''], 12, ['get', 'label']],
      'text-font': BOLD, 'text-size': 12, 'text-anchor': 'top', 'text-offset': [0, 1.5], 'text-optional': true },
      paint: { 'text-color': c.mapInk, 'text-halo-color': c.mapHalo, 'text-halo-width': 1.8 } },
  ];
}

function overlayLayers(c: Colours): LayerSpecification[] {
  return [
    { id: 'overlay-fill', type: 'fill', source: 'overlay', filter: polygons, paint: { 'fill-color': c.replay, 'fill-opacity': 0.12 } },
    { id: 'overlay-line', type: 'line', source: 'overlay', filter: ['!=', ['geometry-type'], 'Point'], paint: { 'line-color': c.replay, 'line-width': 1.6 } },
    { id: 'overlay-point', type: 'circle', source: 'overlay', filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-radius': 4, 'circle-color': c.replay } },
  ];
}
