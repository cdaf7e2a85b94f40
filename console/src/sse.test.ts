import { describe, expect, it } from 'vitest';
import { backoffMs, sseParser } from './sse';

const text = 'id: 7\nevent: delta\ndata: {"seq":1}\n\n: ping\n\nid:8\nevent:delta\ndata: a\ndata: b\n\n';
const wanted = [{ id: '7', event: 'delta', data: '{"seq":1}' }, { id: '8', event: 'delta', data: 'a\nb' }];

describe('the event stream', () => {
  it('gives whole events and passes over pings', () => expect(sseParser()(text)).toEqual(wanted));

  it('gives the same events wherever the network cuts the text', () => {
    for (let at = 0; at <= text.length; at++) {
      const parse = sseParser();
      expect([...parse(text.slice(0, at)), ...parse(text.slice(at))]).toEqual(wanted);
    }
  });

  it('keeps back an event that is not finished, so that it is asked for again', () => {
    expect(sseParser()('id: 9\ndata: half')).toEqual([]);
  });

  it('understands every line ending', () => {
    expect(sseParser()('id: 1\r\ndata: x\r\n\r\n')).toEqual([{ id: '1', event: 'message', data: 'x' }]);
  });

  it('waits longer after each failure, never more than 19 s, and not all desks the same', () => {
    const waits = [0, 1, 2, 3, 4, 5, 6, 20].map((n) => backoffMs(n, 0.5));
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(Math.max(...waits)).toBe(15_000);
    expect(backoffMs(3, 0)).not.toBe(backoffMs(3, 1));
  });
});
