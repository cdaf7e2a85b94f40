/** One event of a stream (WHATWG server-sent events). */
export type SseEvent = { id: string | null; event: string; data: string };

/** Takes text as it arrives, cut anywhere, and gives the whole events in it. Comments (`: ping`) give nothing. */
export function sseParser(): (chunk: string) => SseEvent[] {
  let rest = '';
  let id: string | null = null;
  let event = '';
  let data: string[] = [];
  return (chunk) => {
    const events: SseEvent[] = [];
    const lines = (rest + chunk).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line === '') {
        if (data.length > 0) events.push({ id, event: event || 'message', data: data.join('\n') });
        event = '';
        data = [];
        continue;
      }
      const colon = line.indexOf(':');
      if (colon === 0) continue;
      const field = colon < 0 ? line : line.slice(0, colon);
      const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
      if (field === 'id') id = value;
      else if (field === 'event') event = value;
      else if (field === 'data') data.push(value);
    }
    return events;
  };
}

/** How long to wait before try number `n` (0 first): 0.5 s doubling to 15 s, with jitter so that thirty desks do not return as one. */
export function backoffMs(n: number, jitter: number): number {
  return Math.min(15_000, 500 * 2 ** n) * (0.75 + 0.5 * jitter);
}
