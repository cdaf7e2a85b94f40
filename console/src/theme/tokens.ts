/**
 * The colours of the room. Saturated colour is kept for what is not normal: red for life at risk and the highest priority,
 * amber for warnings. Grey is for the lit room (ASM: light-medium grey), night for the dark one. `tokens.test.ts` computes the
 * contrast of every pair in `PAIRS` in both.
 */
export type Theme = 'grey' | 'night';

export const TOKENS = {
  grey: {
    desk: '#b9bec3', panel: '#d3d7da', raised: '#e4e7e9', field: '#f1f3f4', line: '#959da4', edge: '#656d75',
    ink: '#15191d', quiet: '#3d454d', faint: '#4a525a',
    bar: '#2b333b', barInk: '#eef1f3', barQuiet: '#bcc5cd',
    accent: '#234a70', accentInk: '#ffffff', chosen: '#c3d3e2', focus: '#0a3f86',
    life: '#9c0f17', lifeInk: '#ffffff', lifeWash: '#ecd4d3',
    high: '#8f3d00', highInk: '#ffffff', warn: '#f0b429', warnInk: '#221a05', warnText: '#6b3d00', replay: '#4b2e83', replayInk: '#ffffff',
    sea: '#b4bdc5', land: '#cfd1cf', coast: '#7d868d', road: '#b3b5b2', rail: '#7f8489', building: '#b3b6b7', quay: '#bdbfbe',
    water: '#a9b5bf', parking: '#c2c4c2', platform: '#a7abad', mapInk: '#20262b', mapHalo: '#d8dbdc', fence: '#4c545b', lane: '#6a737b',
    camera: '#39597a', sensor: '#535d66', fault: '#8f3d00', silent: '#6b3d00', unit: '#234a70',
  },
  night: {
    desk: '#0d1013', panel: '#161a1e', raised: '#1f252a', field: '#0f1316', line: '#3a434b', edge: '#77828c',
    ink: '#d8dde1', quiet: '#a9b3bb', faint: '#97a2ab',
    bar: '#0a0c0e', barInk: '#d8dde1', barQuiet: '#98a4ae',
    accent: '#8db7e0', accentInk: '#0d1420', chosen: '#253545', focus: '#9cc9ff',
    life: '#ff7d72', lifeInk: '#1a0504', lifeWash: '#3a1a18',
    high: '#f5934a', highInk: '#1c0d02', warn: '#e0a526', warnInk: '#1b1402', warnText: '#e8b54a', replay: '#b79cf0', replayInk: '#140a26',
    sea: '#10161b', land: '#20252a', coast: '#566069', road: '#343b41', rail: '#5e676f', building: '#323940', quay: '#2b3137',
    water: '#161f27', parking: '#292f34', platform: '#3a4249', mapInk: '#c4ccd3', mapHalo: '#14181c', fence: '#98a3ac', lane: '#727d87',
    camera: '#7ea6cf', sensor: '#93a0ab', fault: '#f5934a', silent: '#e8b54a', unit: '#8db7e0',
  },
} as const satisfies Record<Theme, Record<string, string>>;

export type Token = keyof (typeof TOKENS)['grey'];

/** Ink on ground, and the least contrast WCAG 2.2 AA asks: 4.5 for text, 3 for shapes that carry meaning. */
export const PAIRS: readonly [ink: Token, ground: Token, least: number][] = [
  ...(['desk', 'panel', 'raised', 'field', 'chosen', 'lifeWash'] as const).flatMap((ground): [Token, Token, number][] =>
    [['ink', ground, 4.5], ['quiet', ground, 4.5]]),
  ...(['panel', 'raised', 'field'] as const).flatMap((ground): [Token, Token, number][] =>
    [['faint', ground, 4.5], ['life', ground, 4.5], ['high', ground, 4.5], ['warnText', ground, 4.5], ['accent', ground, 4.5],
      ['edge', ground, 3], ['focus', ground, 3]]),
  ['life', 'lifeWash', 4.5], ['warnText', 'lifeWash', 4.5], ['accent', 'chosen', 4.5], ['life', 'chosen', 4.5], ['high', 'chosen', 4.5],
  ['barInk', 'bar', 4.5], ['barQuiet', 'bar', 4.5], ['accentInk', 'accent', 4.5], ['lifeInk', 'life', 4.5], ['highInk', 'high', 4.5],
  ['warnInk', 'warn', 4.5], ['replayInk', 'replay', 4.5],
  ['mapInk', 'land', 4.5], ['mapInk', 'sea', 4.5], ['mapInk', 'mapHalo', 4.5], ['fence', 'land', 3], ['sensor', 'land', 3], ['camera', 'land', 3],
  ['fault', 'land', 3], ['silent', 'land', 3], ['unit', 'land', 3], ['life', 'land', 3], ['high', 'land', 3], ['life', 'sea', 3], ['high', 'sea', 3],
];

/** Puts the theme on the page through the CSSOM, which a strict content security policy allows. */
export function wear(theme: Theme): void {
  const root = document.documentElement;
  root.dataset['theme'] = theme;
  for (const [name, value] of Object.entries(TOKENS[theme])) root.style.setProperty(`--${name}`, value);
}
