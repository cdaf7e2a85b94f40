/** How events are drawn, in lists and on the map alike: the shape says how urgent, the pictogram says what. Never a person's frame. */
export type Shape = 'life' | 'p1' | 'p2' | 'p3' | 'p4' | 'incident';

export function shapeOf(event: { lifeAtRisk: boolean; priority?: number }): Shape {
  if (event.lifeAtRisk) return 'life';
  return (['p1', 'p1', 'p2', 'p3', 'p4'] as const)[event.priority ?? 3] ?? 'p4';
}

/** Outlines in a box of 24. Life at risk is the only octagon, priority 1 the only triangle. */
export const SHAPES: Readonly<Record<Shape, string>> = {
  life: 'M7.6 1.5h8.8l6.1 6.1v8.8l-6.1 6.1H7.6l-6.1-6.1V7.6z',
  p1: 'M12 0.8 23.6 22.6H0.4z',
  p2: 'M12 1 23 12 12 23 1 12z',
  p3: 'M2.5 2.5h19v19h-19z',
  p4: 'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20z',
  incident: 'M5 1.5h14a3.5 3.5 0 0 1 3.5 3.5v14a3.5 3.5 0 0 1-3.5 3.5H5a3.5 3.5 0 0 1-3.5-3.5V5A3.5 3.5 0 0 1 5 1.5z',
};

/** Pictograms in the same box, drawn as lines. */
export const PICTOGRAMS: Readonly<Record<string, string>> = {
  INTRUSION: 'M7 8v9M11 8v3M11 15v2M17 8v9M7 11h3M14 11h3M7 15h10',
  PERSON_IN_LORRY: 'M5.5 8h8v7h-8zM13.5 10h3.2l2 2.4V15h-5.2M8 15.2v1.6M16 15.2v1.6',
  PERSON_ON_TRACK: 'M9 7 7 18M15 7l2 11M8.6 9.5h6.8M8 13h8M7.4 16.5h9.2',
  PERSON_IN_WATER: 'M12 7.2a1 1 0 1 0 0 .1M9 11l3-1 3 1M6 14.5c1.5-1.4 2.5-1.4 4 0s2.500 1.400 4 0 2.500-1.400 4 0M6 17.500c1.500-1.400 2.500-1.400 4 0s2.500 1.400 4 0 2.500-1.400 4 0',
  CHILD_ALONE: 'M12 9.300a1.300 1.300 0 1 0 0 .1M12 11v3.500M9 12.500h6M12 14.500l-2 3M12 14.500l2 3',
  UNIT_EMERGENCY: 'M12 5.500l6.500 11.500h-13zM12 10v3.500M12 15.200a.1.1 0 1 0 0 .1',
  FIRE: 'M12 6c.5 3 4 4.500 4 8a4 4 0 0 1-8 0c0-1.800 1-2.600 1.500-4 .8.600 1.200 1.200 1.400 2C12 10.500 12.300 8 12 6z',
  PROTEST: 'M7 11v3l2 .3V17M7 11l9-3.500v10L9 14.300',
  POWER_LOSS: 'M13 6 9 13h5l-3 6',
  OTHER: 'M12 7v6M12 16v.6',
};

export const pictogram = (kind: string | null): string => PICTOGRAMS[kind ?? 'OTHER'] ?? (PICTOGRAMS['OTHER'] as string);

/** Fill, edge and pictogram colour (names of tokens) of each shape. */
export const INK = {
  life: ['life', 'life', 'lifeInk'], p1: ['high', 'high', 'highInk'], p2: ['warn', 'ink', 'warnInk'], p3: ['field', 'ink', 'ink'],
  p4: ['field', 'edge', 'ink'], incident: ['field', 'ink', 'ink'],
} as const satisfies Record<Shape, readonly [string, string, string]>;
