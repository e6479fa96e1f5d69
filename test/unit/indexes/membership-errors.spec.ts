import { describe, expect, test } from 'vitest';
import { EVERYTHING, parseSelector, type Watch } from '../../../src/index.ts';
import { filledMembership, openMembership, ToldPairs, written } from './memberships.ts';

/** What is thrown, even if it is undefined. */
function thrownBy(call: () => unknown): { readonly thrown: unknown } | undefined {
  try {
    call();
  } catch (thrown) {
    return { thrown };
  }
  return undefined;
}

describe('a listener that throws', () => {
  test('has everyone told, and the call throw what it threw', () => {
    const membership = openMembership();
    const mine = new RangeError('mine');
    const told: string[] = [];
    membership.subscribe(() => told.push('before'));
    membership.subscribe(() => {
      throw mine;
    });
    membership.subscribe(() => told.push('after'));
    membership.watch(EVERYTHING, ({ joined }) => told.push(`watch ${joined}`));
    told.length = 0;
    expect(thrownBy(() => membership.setObject(1, {}))?.thrown).toBe(mine);
    expect(told.toSorted()).toEqual(['after', 'before', 'watch 1']);
    expect(membership.objectsOf('all'), 'the change stands').toEqual([1]);
    for (const call of [
      () => membership.load([[2, {}]]),
      () => membership.setSelector('some', EVERYTHING),
      () => membership.deleteSelector('some'),
      () => membership.deleteObject(1),
    ]) {
      told.length = 0;
      expect(thrownBy(call)?.thrown).toBe(mine);
      expect(told).toContain('after');
    }
    expect(membership.objectsOf('all')).toEqual([2]);
    expect(
      thrownBy(() => membership.deleteObject(99)),
      'nothing is told',
    ).toBe(undefined);
  });

  test.each([['a text'], [null], [undefined], [0]])('may throw %j', (what) => {
    const membership = openMembership();
    const end = membership.subscribe(() => {
      throw what;
    });
    expect(thrownBy(() => membership.setObject(1, {}))).toEqual({ thrown: what });
    end();
    expect(thrownBy(() => membership.setObject(2, {}))).toBe(undefined);
    membership.subscribe(() => {
      throw what;
    });
    membership.subscribe(() => {
      throw new RangeError('mine');
    });
    const thrown = thrownBy(() => membership.setObject(3, {}))?.thrown;
    expect(thrown).toBeInstanceOf(AggregateError);
    expect((thrown as AggregateError).errors).toEqual([what, new RangeError('mine')]);
  });

  test('among several that do has the call throw them together, in order', () => {
    const membership = openMembership();
    const errors = [0, 1, 2, 3].map((at) => new RangeError(`${at}`));
    for (const error of errors) {
      membership.subscribe(() => {
        throw error;
      });
    }
    const thrown = thrownBy(() => membership.setObject(1, {}))?.thrown;
    expect(thrown).toBeInstanceOf(AggregateError);
    const told = (thrown as AggregateError).errors;
    expect(told).toHaveLength(4);
    for (const [at, error] of errors.entries()) expect(told[at]).toBe(error);
    expect((thrown as AggregateError).message).not.toBe('');
  });

  test('having changed something has that told, and the outermost call throw', () => {
    const membership = openMembership();
    const log: string[] = [];
    membership.subscribe(({ joined: [first] }) => {
      const id = first?.[0] ?? 0;
      if (id === 1) {
        expect(
          thrownBy(() => membership.setObject(2, {})),
          'an inner call throws nothing',
        ).toBe(undefined);
        membership.setObject(3, {});
      }
      throw new RangeError(`of ${id}`);
    });
    membership.subscribe(({ joined }) => log.push(`${joined.map(([id]) => id)}`));
    const thrown = thrownBy(() => membership.setObject(1, {}))?.thrown;
    expect(String((thrown as AggregateError).errors)).toBe(
      'RangeError: of 1,RangeError: of 2,RangeError: of 3',
    );
    expect(log).toEqual(['1', '2', '3']);
    expect(membership.objects).toBe(3);
    expect(String(thrownBy(() => membership.setObject(4, {}))?.thrown)).toBe('RangeError: of 4');
  });

  test('in the end of what others queued has it told all the same', () => {
    const membership = filledMembership();
    const told = new ToldPairs(membership);
    let times = 0;
    membership.subscribe(() => {
      times++;
      if (times < 4) membership.setObject('n', times % 2 === 0 ? { app: 'db' } : { app: 'web' });
      throw new RangeError(`${times}`);
    });
    expect(thrownBy(() => membership.setObject('m', { app: 'web' }))?.thrown).toBeInstanceOf(AggregateError);
    told.expectCurrent();
    expect(times).toBe(4);
  });

  test('as a watch begins has it closed, since nobody is handed it', () => {
    const membership = filledMembership();
    const told = new ToldPairs(membership);
    const mine = new RangeError('mine');
    let times = 0;
    const failing = () => {
      times++;
      throw mine;
    };
    expect(thrownBy(() => membership.watch(parseSelector('app=web'), failing))?.thrown).toBe(mine);
    expect(membership.statistics().watches).toBe(0);
    membership.setObject('n', { app: 'web' });
    expect(times).toBe(1);
    told.expectCurrent();
  });

  test('as a watch begins within a listener has it go on', () => {
    const membership = filledMembership();
    const log: string[] = [];
    let watch: Watch<string> | undefined;
    membership.subscribe(() => {
      watch ??= membership.watch(parseSelector('app=web'), (change) => {
        log.push(written(change));
        if (log.length === 1) throw new RangeError('mine');
      });
    });
    expect(thrownBy(() => membership.setObject('n', { app: 'web' }))?.thrown).toEqual(new RangeError('mine'));
    membership.deleteObject('n');
    expect(log).toEqual(['+a, +c, +n', '-n']);
    expect(watch?.count).toBe(2);
  });
});
