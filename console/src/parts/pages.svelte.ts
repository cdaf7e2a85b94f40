import { get } from '../api';

/** Rows that come in pages after a cursor. Remembers the cursors behind it, so that one can go back. */
export class Pages<Row> {
  rows = $state.raw<Row[] | null>(null);
  fault = $state.raw<unknown>(null);
  filter = $state('');
  readonly found: Row[] = $derived((this.rows ?? []).filter((r) => !this.filter || JSON.stringify(r).toLowerCase().includes(this.filter.toLowerCase())));
  #behind = $state.raw<number[]>([]);
  #after = 0;

  constructor(private readonly path: string, private readonly key: string, private readonly position: (row: Row) => number, readonly limit = 100) {
    void this.#read(0);
  }

  get hasOlder(): boolean {
    return this.#behind.length > 0;
  }

  get hasNewer(): boolean {
    return (this.rows?.length ?? 0) >= this.limit;
  }

  next(): void {
    const last = this.rows?.at(-1);
    if (last === undefined) return;
    this.#behind = [...this.#behind, this.#after];
    void this.#read(this.position(last));
  }

  previous(): void {
    const after = this.#behind.at(-1);
    if (after === undefined) return;
    this.#behind = this.#behind.slice(0, -1);
    void this.#read(after);
  }

  async #read(after: number): Promise<void> {
    try {
      const answer = await get<Record<string, Row[]>>(`${this.path}?after=${after}&limit=${this.limit}`);
      this.#after = after;
      this.rows = answer[this.key] ?? [];
      this.fault = null;
    } catch (fault) {
      this.fault = fault;
    }
  }
}
