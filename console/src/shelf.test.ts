import { describe, expect, it } from 'vitest';
import { endOfShift } from './shelf';

describe('the end of the shift', () => {
  const end = (at: string): string => new Date(endOfShift(Date.parse(at), 'Europe/Paris')).toISOString();
  it('is at 06, 14 and 22 h of the centre, in winter and in summer', () => {
    expect([end('2026-01-10T04:59:59Z'), end('2026-01-10T05:00:00Z'), end('2026-07-10T10:30:00Z'), end('2026-01-10T22:15:00Z')])
      .toEqual(['2026-01-10T05:00:00.000Z', '2026-01-10T13:00:00.000Z', '2026-07-10T12:00:00.000Z', '2026-01-11T05:00:00.000Z']);
  });
});
