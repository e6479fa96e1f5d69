import { conjunctionsOf } from '../constraint/conjunctions-of.ts';
import type { Selector } from '../selector/selector.ts';
import type { Dialect } from './dialect.ts';
import { allHold, type Fragment, oneHolds, parameter, sql } from './fragment.ts';
import { LabelRows } from './label-rows.ts';
import type { Names } from './names.ts';
import { storableConjunction } from './storable.ts';

/** Which objects of which database a condition is about. */
export interface Place {
  readonly dialect: Dialect;
  readonly names: Names;
  readonly namespace: string | undefined;
}

/** That the labels of an object satisfy a selector. An operand. */
function selected(selector: Selector, dialect: Dialect, names: Names): Fragment {
  const conjunctions = conjunctionsOf(selector).flatMap((conjunction) => {
    const storable = storableConjunction(conjunction, dialect.isStorable);
    return storable === undefined ? [] : [storable];
  });
  if (conjunctions.length === 0) return dialect.never;
  if (conjunctions.some((conjunction) => conjunction.length === 0)) return dialect.always;
  const { labels } = names;
  if (labels.kind === 'table') return new LabelRows(dialect, labels).oneHolds(names.id, conjunctions);
  return oneHolds(
    conjunctions.map((conjunction) => allHold(dialect.columnHolds(labels.column, conjunction))),
  );
}

function isIn(namespace: string, dialect: Dialect, names: Names): Fragment {
  return dialect.isStorable(namespace) ? sql`${names.namespace} = ${parameter(namespace)}` : dialect.never;
}

/**
 * The condition on an object that it is in a namespace, if one is given, and that its labels satisfy a selector: one
 * operand, made of the selector's meaning.
 *
 * @throws TypeError where `selector` is no Selector
 */
export function conditionOf(selector: Selector, { dialect, names, namespace }: Place): Fragment {
  const condition = selected(selector, dialect, names);
  if (namespace === undefined || condition === dialect.never) return condition;
  const inNamespace = isIn(namespace, dialect, names);
  return condition === dialect.always ? inNamespace : allHold([inNamespace, condition]);
}
