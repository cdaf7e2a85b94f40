/**
 * Keeps the focus in a list whose rows come, go and move: call `before` before the list changes and `after` once it has.
 * If the focused row went, the row that took its place gets the focus; if it only moved, it keeps it.
 */
export function focusKeeper(list: () => HTMLElement | undefined): { before(): void; after(): void } {
  let id: string | undefined;
  let index = -1;
  return {
    before() {
      const row = (document.activeElement as HTMLElement | null)?.closest<HTMLElement>('[data-row]');
      const rows = rowsOf(list());
      index = row ? rows.indexOf(row) : -1;
      id = index >= 0 ? row?.dataset['row'] : undefined;
    },
    after() {
      if (id === undefined) return;
      const box = list();
      if (!box || box.contains(document.activeElement)) return;
      const rows = rowsOf(box);
      const again = rows.find((r) => r.dataset['row'] === id) ?? rows[Math.min(index, rows.length - 1)];
      (again ?? box).focus({ preventScroll: true });
    },
  };
}

const rowsOf = (list: HTMLElement | undefined): HTMLElement[] => [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
