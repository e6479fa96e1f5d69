import { describe, expect, test } from 'vitest';
import { parseSelector, type SelectorIndex } from '../../../src/index.ts';
import { checkSelectorIndex } from '../../../src/indexes/invariants.ts';
import { crossed, SIDE } from './selectors.ts';

/** Every label set of the cross matches what it must. */
function expectCross(index: SelectorIndex, extra: Record<string, string> = {}): void {
  for (const row of SIDE) {
    for (const column of SIDE) {
      const told = index.matching({ row: `${row}`, column: `${column}`, ...extra });
      if (told.length !== 1 || told[0] !== `${row} ${column}`) {
        throw new Error(`row ${row}, column ${column}: ${told}`);
      }
    }
  }
  checkSelectorIndex(index);
}

describe('entries are filed otherwise as objects change', () => {
  test('and answers stay right', () => {
    const index = crossed();
    /** So many label sets of one row, or of one column; tells how many entries are looked at for 100 in the end. */
    const phase = (length: number, isRow: boolean): number => {
      const labels = (at: number) =>
        isRow ? { row: '0', column: `${at % 20}` } : { row: `${at % 20}`, column: '0' };
      for (let at = 0; at < length; at++) {
        const told = index.matching(labels(at));
        const wanted = isRow ? `0 ${at % 20}` : `${at % 20} 0`;
        if (told.length !== 1 || told[0] !== wanted) throw new Error(`${wanted} at ${at}: ${told}`);
      }
      const before = index.statistics().candidates;
      for (let at = 0; at < 100; at++) index.matching(labels(at));
      return index.statistics().candidates - before;
    };
    const refiled: number[] = [0];
    // Each long enough to outweigh what was before; filed for the other kind, 2,000 entries would be looked at.
    for (const [at, length] of [1000, 10_000, 100_000].entries()) {
      expect(phase(length, at % 2 === 0), `looked at for 100 label sets, phase ${at}`).toBeLessThan(1000);
      checkSelectorIndex(index);
      refiled.push(index.statistics().refiled);
      expect(refiled.at(-1), `refiled after each phase: ${refiled}`).toBeGreaterThan(refiled.at(-2) ?? 0);
    }
    expectCross(index);
    expectCross(index, { other: 'x' });
    for (const row of SIDE) for (const column of SIDE) index.delete(`${row} ${column}`);
    expect(index.statistics()).toMatchObject({ selectors: 0, entries: 0, keys: 0, pairs: 0, anchors: 0 });
    checkSelectorIndex(index);
  });

  test('and can be set and deleted wherever they are', () => {
    const index = crossed();
    for (let time = 0; time < 10_000; time++) {
      index.matching(
        time % 7 === 0 ? { row: `${time % 20}`, column: '0' } : { row: '0', column: `${time % 20}` },
      );
      const [row, column] = [time % 20, (time * 7) % 20];
      if (time % 5 === 0) index.delete(`${row} ${column}`);
      else index.set(`${row} ${column}`, parseSelector(`column=${column},row=${row}`));
      if (time % 2000 === 0) checkSelectorIndex(index);
    }
    for (const row of SIDE) {
      for (const column of SIDE)
        index.set(`${row} ${column}`, parseSelector(`row in (${row}),column=${column}`));
    }
    expectCross(index);
    expect(index.statistics()).toMatchObject({ selectors: 400, entries: 400, keys: 2, pairs: 40 });
  });
});
