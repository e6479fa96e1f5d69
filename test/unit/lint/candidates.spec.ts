import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSelector } from '../../../src/index.ts';
import { Candidates } from '../../../src/lint/candidates.ts';
import { type Subject, selectsLabels, subjectOf } from '../../../src/manifests.ts';
import { anyOf } from '../../../src/selector/combine.ts';
import { EVERYTHING, NOTHING } from '../../../src/selector/selector.ts';

function pod(labels: Readonly<Record<string, string>>, added: readonly string[] = []): Subject {
  return subjectOf({ apiVersion: 'v1', kind: 'Pod', namespace: 'a', name: '', labels, added });
}

const same = (subject: Subject): Subject => subject;

test('only those with the label that fewest have', () => {
  const many = Array.from({ length: 9 }, (_, index) => pod({ app: `w${index}`, tier: 'front' }));
  const candidates = new Candidates(many, same);
  expect(candidates.of(parseSelector('app=w3,tier=front'))).toEqual([many[3]]);
  expect(candidates.of(parseSelector('app in (w5,w3,w77)'))).toEqual([many[3], many[5]]);
  expect(candidates.of(parseSelector('app=w77'))).toEqual([]);
  expect(candidates.of(parseSelector('app!=w3'))).toEqual(many);
  expect(candidates.of(NOTHING)).toEqual([]);
  expect(candidates.of(EVERYTHING)).toEqual(many);
});

test('those with a label that is not known are among them', () => {
  const pods = [pod({ app: 'a' }, ['hash']), pod({ app: 'a' }), pod({ app: 'a', hash: '1' })];
  const candidates = new Candidates(pods, same);
  expect(candidates.of(parseSelector('hash=1'))).toEqual([pods[0], pods[2]]);
  expect(candidates.of(parseSelector('hash'))).toEqual([pods[0], pods[2]]);
});

test('whatever a selector may select is among them, each once and in order', () => {
  const key = fc.constantFrom('a', 'b', 'constructor');
  const value = fc.constantFrom('', '1', '2', 'x');
  const labels = fc.dictionary(key, value, { maxKeys: 3 });
  const subject = fc.tuple(labels, fc.subarray(['a', 'b', 'c'])).map(([own, added]) => pod(own, added));
  const requirement = fc.oneof(
    fc.tuple(key, fc.constantFrom('=', '!='), value).map((parts) => parts.join('')),
    fc
      .tuple(key, fc.constantFrom(' in ', ' notin '), value, value)
      .map(([k, o, v, w]) => `${k}${o}(${v},${w})`),
    key,
    key.map((one) => `!${one}`),
    fc.tuple(key, fc.constantFrom('>1', '<2')).map((parts) => parts.join('')),
  );
  const conjunction = fc.array(requirement, { maxLength: 3 }).map((all) => parseSelector(all.join()));
  const selector = fc.array(conjunction, { minLength: 1, maxLength: 3 }).map((all) => anyOf(...all));
  fc.assert(
    fc.property(fc.array(subject, { maxLength: 12 }), selector, (subjects, wanted) => {
      const found = new Candidates(subjects, same).of(wanted);
      const selected = (one: Subject): boolean => selectsLabels(wanted, one) !== 'no';
      expect(found.filter(selected)).toEqual(subjects.filter(selected));
      expect(new Set(found).size).toBe(found.length);
    }),
  );
});
