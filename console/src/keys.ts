/** What a key asks for. One table for the keyboard and for the help that lists it. */
export type Wish =
  | 'next' | 'previous' | 'take' | 'propose' | 'approve' | 'concern' | 'note' | 'report' | 'search' | 'help' | 'back'
  | 'acknowledge' | 'language' | 'theme' | 'sound' | 'panel1' | 'panel2' | 'panel3' | 'panel4' | 'panel5' | 'panel6';

const WISHES: Readonly<Record<string, Wish>> = {
  j: 'next', ArrowDown: 'next', k: 'previous', ArrowUp: 'previous', t: 'take', v: 'acknowledge', p: 'propose', a: 'approve', c: 'concern', w: 'note',
  n: 'report', '/': 'search', '?': 'help', Escape: 'back', l: 'language', d: 'theme', s: 'sound',
  '1': 'panel1', '2': 'panel2', '3': 'panel3', '4': 'panel4', '5': 'panel5', '6': 'panel6',
};

export type KeyPress = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean };

/**
 * The wish behind a key press, or null.
 *
 * @param typing the focus is in a field, where letters are letters; only Escape still means back
 * @param arrows the focused thing has its own use for arrows (map, slider, tabs, a scrolling table)
 */
export function wishOf(press: KeyPress, typing: boolean, arrows: boolean): Wish | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  if (typing && press.key !== 'Escape') return null;
  if (arrows && press.key.startsWith('Arrow')) return null;
  return WISHES[press.key.length === 1 ? press.key.toLowerCase() : press.key] ?? null;
}

/** The lines of the help overlay: keys as printed, and the words that say what they do. */
export const HELP = [
  [['j', '↓', 'k', '↑'], 'help.move'], [['Enter'], 'help.open'], [['t'], 'help.take'], [['v'], 'help.acknowledge'], [['p'], 'help.propose'],
  [['a'], 'help.approve'], [['c'], 'help.concern'], [['w'], 'help.note'], [['n'], 'help.report'], [['/'], 'help.search'],
  [['1', '…', '6'], 'help.panels'], [['← ↑ ↓ →'], 'help.map'], [['l'], 'help.language'], [['d'], 'help.theme'], [['s'], 'help.sound'],
  [['Esc'], 'help.back'], [['?'], 'help.help'],
] as const;
