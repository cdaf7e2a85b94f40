import { INK, pictogram, SHAPES, type Shape } from '../marks';
import { drawUnit } from '../symbols';
import type { SensorHealth } from '../types';
import type { Glyph } from '../tracks';
import type { Colours } from './style';
import { drawHatch, drawTrack, TRACK_BOX } from './track-images';

/** What the map's `addImage` takes. */
export type Picture2D = { width: number; height: number; data: Uint8ClampedArray };

const SENSOR_GLYPHS: Readonly<Record<string, string>> = {
  FENCE_FIBRE: 'M6 14l3-4 3 4 3-4 3 4', INFRARED: 'M7 12a5 5 0 0 1 10 0M9.500 12a2.500 2.500 0 0 1 5 0M12 12v5', RADAR: 'M12 12 17 7M12 6.500a5.500 5.500 0 1 0 5.500 5.500',
  BEAM: 'M6 12h12M6 9v6M18 9v6', TUNNEL: 'M7 17v-5a5 5 0 0 1 10 0v5', CO2: 'M8 15a3 3 0 1 1 0-6M13 12a2 3 0 1 0 4 0 2 3 0 1 0-4 0',
  HEARTBEAT: 'M6 12h3l2-4 2 8 2-4h3', WATER: 'M6 13c1.500-2 2.500-2 4 0s2.500 2 4 0 2.500-2 4 0', SMOKE: 'M9 17c-2-3 2-4 0-7M14 17c-2-3 2-4 0-7', POWER: 'M13 6 9 13h5l-3 5',
};
const HEALTHS: SensorHealth[] = ['OK', 'UNKNOWN', 'SILENT', 'FAULT'];

/** Every image that does not depend on what happens. */
export function standing(c: Colours): [string, Picture2D][] {
  const sensors = Object.keys(SENSOR_GLYPHS).flatMap((kind) =>
    HEALTHS.map((health): [string, Picture2D] => [`sensor-${kind}-${health}`, sensor(c, kind, health)]));
  return [...sensors, ['camera', camera(c)], ['gate', gate(c)],
    ['hatch-out', canvas(12, (g) => drawHatch(g, 12, c.silent, false))], ['hatch-gap', canvas(12, (g) => drawHatch(g, 12, c.fault, true))]];
}

/** Draws the image with this name (`event/…`, `unit/…` or `track/…`, as named where the sources are made); null for a name of another kind. */
export function drawn(name: string, c: Colours): Picture2D | null {
  const [what, a = '', b = '', d = '', e = ''] = name.split('/');
  if (what === 'event') return event(c, a as Shape, b, d === 'true', e === 'true');
  if (what === 'unit') return unit(c, a, b === 'true');
  if (what === 'track') return canvas(TRACK_BOX, (g) => drawTrack(g, c, a as Glyph, b === 'true', d, e === 'true'));
  return null;
}

function event(c: Colours, shape: Shape, kind: string, life: boolean, chosen: boolean): Picture2D {
  const [fill, edge, ink] = INK[shape];
  return canvas(80, (g) => {
    g.translate(40, 40);
    g.scale(2.5, 2.5);
    g.translate(-12, -12);
    const outline = new Path2D(SHAPES[shape]);
    g.lineJoin = 'round';
    g.strokeStyle = c.mapHalo;
    g.lineWidth = 5;
    g.stroke(outline);
    if (chosen) {
      g.strokeStyle = c.focus;
      g.lineWidth = 6.500;
      g.stroke(outline);
    }
    g.fillStyle = c[fill];
    g.fill(outline);
    g.strokeStyle = c[life ? 'life' : edge];
    g.lineWidth = life ? 3 : 1.600;
    g.stroke(outline);
    if (shape === 'p1') {
      g.translate(3.4, 5.6);
      g.scale(0.72, 0.72);
    }
    lines(g, pictogram(kind), c[ink], 1.700);
  });
}

/** The shape tells the health, colour only repeats it: a plain ring is well, a dashed ring has no word, a square is silent, a crossed square is in fault. */
function sensor(c: Colours, kind: string, health: SensorHealth): Picture2D {
  const ink = { OK: c.sensor, UNKNOWN: c.sensor, SILENT: c.silent, FAULT: c.fault }[health];
  return canvas(56, (g) => {
    g.scale(56 / 24, 56 / 24);
    const bad = health === 'SILENT' || health === 'FAULT';
    const outline = new Path2D(bad ? 'M3 3h18v18H3z' : 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18z');
    g.fillStyle = c.mapHalo;
    g.fill(outline);
    g.strokeStyle = ink;
    g.lineWidth = bad ? 2.6 : 1.8;
    if (health === 'UNKNOWN') g.setLineDash([2.4, 2]);
    g.stroke(outline);
    g.setLineDash([]);
    lines(g, SENSOR_GLYPHS[kind] ?? '', ink, 1.700);
    if (health === 'FAULT') lines(g, 'M3 3l18 18', ink, 2.6);
  });
}

function camera(c: Colours): Picture2D {
  return canvas(56, (g) => {
    g.scale(56 / 24, 56 / 24);
    g.fillStyle = c.camera;
    g.strokeStyle = c.mapHalo;
    g.lineWidth = 1.5;
    const body = new Path2D('M12 3l6 7h-3v9H9v-9H6z');
    g.stroke(body);
    g.fill(body);
  });
}

function gate(c: Colours): Picture2D {
  return canvas(40, (g) => {
    g.scale(40 / 24, 40 / 24);
    g.fillStyle = c.mapHalo;
    g.fillRect(3, 6, 18, 12);
    lines(g, 'M4 6v12M20 6v12M4 9l7 3-7 3M20 9l-7 3 7 3', c.fence, 2);
  });
}

function unit(c: Colours, code: string, stale: boolean): Picture2D {
  const symbol = drawUnit(code, { size: 26, stale, ink: stale ? c.silent : c.unit, fill: c.mapHalo });
  const g = symbol.getContext('2d') as CanvasRenderingContext2D;
  return g.getImageData(0, 0, symbol.width, symbol.height);
}

function canvas(size: number, draw: (g: CanvasRenderingContext2D) => void): Picture2D {
  const made = document.createElement('canvas');
  made.width = made.height = size;
  const g = made.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
  draw(g);
  return g.getImageData(0, 0, size, size);
}

function lines(g: CanvasRenderingContext2D, path: string, ink: string, width: number): void {
  g.strokeStyle = ink;
  g.lineWidth = width;
  g.lineCap = g.lineJoin = 'round';
  g.stroke(new Path2D(path));
}
