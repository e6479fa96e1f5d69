import { fieldPath } from '../../text/object-path.ts';
import { frozenRequirement } from '../requirement.ts';
import type { Findings } from './findings.ts';
import { isPlainObject, list, mapPairs, objectFields, type Shape } from './json-shape.ts';
import { notAString, withMend } from './known-fields.ts';
import type { Placed } from './placed.ts';

/** What label pairs are called in messages, and what to do where something else is met. */
export interface PairsKind {
  /** With its article, or a field's name: `a label map`, `matchLabels`. */
  readonly title: string;
  /** The end of a sentence, or `''`. */
  readonly mendType: (value: unknown) => string;
}

const SEVERAL = 'to allow several values, use matchExpressions with the operator In';

function byKey(a: Placed, b: Placed): number {
  return a.requirement.key < b.requirement.key ? -1 : 1;
}

/** The pairs of an object or a Map, or, for a message, what was found instead. */
function pairsOf(value: unknown): Shape<Iterable<readonly [unknown, unknown]>> {
  const shape = objectFields(value);
  if (shape.ok) return isPlainObject(value) ? shape : { ok: false, found: 'an instance of a class' };
  const pairs = mapPairs(value);
  return pairs === undefined ? shape : { ok: true, content: pairs };
}

/**
 * Pairs of keys and values, each as an `=`, in byte order of the keys (apimachinery `labels.ValidatedSelectorFromSet`;
 * valid keys are ASCII, so the order of UTF-16 units is the order of bytes). Null and undefined are no pairs. A value
 * must be a string: one that is undefined is no absent label but a mistake, since a selector without it selects more.
 *
 * @complexity O(n log n) in the number of pairs.
 */
export function readLabelPairs(
  value: unknown,
  path: string,
  kind: PairsKind,
  findings: Findings,
): readonly Placed[] {
  if (value === undefined || value === null) return [];
  const pairs = pairsOf(value);
  if (!pairs.ok) {
    const message = `${kind.title} is a plain object of keys and values, not ${pairs.found}`;
    findings.add('wrong-type', path, withMend(message, kind.mendType(value)));
    return [];
  }
  const placed: Placed[] = [];
  for (const [key, item] of pairs.content) {
    if (findings.full) break;
    if (typeof key !== 'string') {
      findings.add('wrong-type', path, notAString('a label key', key));
      continue;
    }
    const at = fieldPath(path, key);
    findings.addKey(key, at);
    if (typeof item === 'string') {
      findings.addValue(item, () => at, SEVERAL);
      placed.push({ requirement: frozenRequirement(key, '=', [item]), path: at });
    } else {
      const message = notAString('a label value', item);
      findings.add('wrong-type', at, list(item).ok ? withMend(message, SEVERAL) : message);
    }
  }
  return placed.sort(byKey);
}
