import { Map as MapLibre, ScaleControl, setWorkerUrl, type GeoJSONSource, type LngLatLike } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type { Open } from '../desk.svelte';
import type { Bounds } from './fused-sources';
import { drawn, standing } from './images';
import { GROUPS, roomStyle, type Colours, type Group } from './style';

setWorkerUrl(workerUrl);

export type SourceName = 'zones' | 'sensors' | 'cameras' | 'views' | 'units' | 'events' | 'overlay'
  | 'tracks' | 'headings' | 'trails' | 'ellipses' | 'evidence' | 'footprints';
type Words = { title: string; zoomIn: string; zoomOut: string; raster: { tiles: string; attribution: string } | null };

/** What moves all the time is drawn four times a second, no eye sees more; what happens is drawn in the next frame. */
const CALM = new Set<SourceName>(['units', 'sensors', 'tracks', 'headings', 'trails', 'ellipses']);
const CALM_MS = 250;

export function webglWorks(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null;
}

/** The map of the room: takes data for its sources and hands each to the drawing at most once a frame, and only what changed. */
export class RoomMap {
  onchoose: (what: Open) => void = () => {};
  onchoosetrack: (id: string) => void = () => {};
  /** The map came to rest in another place or scale. */
  onview: () => void = () => {};
  readonly #map: MapLibre;
  readonly #colours: Colours;
  readonly #waiting = new Map<SourceName, GeoJSON.FeatureCollection>();
  readonly #images = new Set<string>();
  #ready = false;
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #drawnAt = 0;

  constructor(box: HTMLElement, colours: Colours, lang: 'en' | 'fr', start: { center: LngLatLike; zoom: number }, words: Words) {
    this.#colours = colours;
    this.#map = new MapLibre({
      container: box, style: roomStyle(colours, lang, words.raster), ...start, minZoom: 6, maxZoom: 18.5, attributionControl: false,
      dragRotate: false, pitchWithRotate: false, touchPitch: false, fadeDuration: 0,
      locale: { 'Map.Title': words.title, 'NavigationControl.ZoomIn': words.zoomIn, 'NavigationControl.ZoomOut': words.zoomOut },
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.addControl(new ScaleControl({ maxWidth: 120, unit: 'metric' }), 'bottom-right');
    this.#map.on('load', () => {
      for (const [name, image] of standing(colours)) this.#map.addImage(name, image);
      this.#ready = true;
      this.#flushSoon();
    });
    this.#map.on('moveend', () => this.onview());
    for (const layer of ['event', 'track', 'unit', 'camera', 'sensor'] as const) {
      this.#map.on('mouseenter', layer, () => { this.#map.getCanvas().style.cursor = 'pointer'; });
      this.#map.on('mouseleave', layer, () => { this.#map.getCanvas().style.cursor = ''; });
    }
    this.#map.on('click', 'event', (e) => {
      const properties = e.features?.[0]?.properties as { alarm?: string; incident?: string } | undefined;
      if (properties?.alarm) this.onchoose({ alarm: properties.alarm });
      else if (properties?.incident) this.onchoose({ incident: properties.incident });
    });
    this.#map.on('click', 'track', (e) => {
      const id = e.features?.[0]?.properties['id'] as string | undefined;
      if (id && this.#map.queryRenderedFeatures(e.point, { layers: ['event'] }).length === 0) this.onchoosetrack(id);
    });
  }

  set(source: SourceName, data: GeoJSON.FeatureCollection): void {
    this.#waiting.set(source, data);
    const rest = CALM_MS - (performance.now() - this.#drawnAt);
    if (!CALM.has(source) || rest <= 0) this.#flushSoon();
    else this.#timer ??= setTimeout(() => this.#flushSoon(), rest);
  }

  show(group: Group, on: boolean): void {
    const change = (): void => {
      for (const layer of GROUPS[group]) this.#map.setLayoutProperty(layer, 'visibility', on ? 'visible' : 'none');
    };
    if (this.#ready) change();
    else this.#map.once('load', change);
  }

  goTo(center: LngLatLike, zoom: number): void {
    this.#map.easeTo({ center, zoom, duration: calm() ? 0 : 350 });
  }

  /** Brings a place into view without changing the scale more than needed. */
  bring(place: LngLatLike, least = 14): void {
    this.#map.easeTo({ center: place, zoom: Math.max(this.#map.getZoom(), least), duration: calm() ? 0 : 350 });
  }

  zoom(by: number): void {
    this.#map.easeTo({ zoom: this.#map.getZoom() + by, duration: calm() ? 0 : 200 });
  }

  where(): { center: LngLatLike; zoom: number } {
    return { center: this.#map.getCenter(), zoom: this.#map.getZoom() };
  }

  view(): { zoom: number; center: [number, number]; bounds: Bounds } {
    const [center, b] = [this.#map.getCenter(), this.#map.getBounds()];
    return { zoom: this.#map.getZoom(), center: [center.lng, center.lat], bounds: [b.getWest(), b.getSouth(), b.getEast(), b.getNorth()] };
  }

  remove(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    this.#map.remove();
  }

  #flushSoon(): void {
    if (!this.#ready || this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#drawnAt = performance.now();
      for (const [name, data] of this.#waiting) {
        this.#haveImages(data);
        (this.#map.getSource(name) as GeoJSONSource | undefined)?.setData(data);
      }
      this.#waiting.clear();
    });
  }

  #haveImages(data: GeoJSON.FeatureCollection): void {
    for (const { properties } of data.features) {
      const name = properties?.['icon'] as string | undefined;
      if (!name || this.#images.has(name)) continue;
      this.#images.add(name);
      const image = drawn(name, this.#colours);
      if (image) this.#map.addImage(name, image);
    }
  }
}

const calm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
