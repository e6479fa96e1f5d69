import { describeValue } from '../selector/objects/json-shape.ts';
import { nearest } from '../text/nearest.ts';
import { type ObjectPath, pathText } from '../text/object-path.ts';
import { CLAIM_KINDS } from './claim.ts';
import { DESCRIBED_FORMS, type DescribedKind } from './described-kind.ts';
import { isJsonObject, type JsonObject, memberOf } from './places.ts';
import { SELECTED_KINDS } from './target.ts';

/** Something that is wrong with descriptions of kinds. */
export interface DescriptionMistake {
  /** Where, from the list of kinds on. */
  readonly path: ObjectPath;
  /** Whether its name is meant, or its value. */
  readonly part: 'key' | 'value';
  readonly message: string;
  readonly mend: string;
}

const BLANKS = ['everything', 'nothing', 'no-claim', 'refused'];

/** `spec.routes[].selector`: names as fields of the API have them. */
const PATH = /^[A-Za-z_$][\w$-]*(\[\])?(\.[A-Za-z_$][\w$-]*(\[\])?)*$/;

/** What a member of a description may be. */
type Check = (checker: Checker, value: unknown, path: ObjectPath) => void;

const oneOf =
  (words: readonly string[]): Check =>
  (checker, value, path) => {
    if (typeof value === 'string' && words.includes(value)) return;
    const near = typeof value === 'string' ? nearest(value, words) : undefined;
    const mend = near === undefined ? `write one of ${words.join(', ')}` : `"${near}" is meant`;
    checker.wrong(path, `${nameOf(path)} is ${describeValue(value)}, and there is no such word for it`, mend);
  };

const text =
  (example: string): Check =>
  (checker, value, path) => {
    if (typeof value === 'string' && value !== '') return;
    checker.wrong(path, `${nameOf(path)} must be a text, not ${describeValue(value)}`, `write ${example}`);
  };

const fieldPath: Check = (checker, value, path) => {
  if (typeof value === 'string' && PATH.test(value)) return;
  checker.wrong(
    path,
    `${nameOf(path)} must be names of fields with points between them, not ${describeValue(value)}`,
    'write it like spec.template, and with [] behind the names of lists: spec.routes[].selector',
  );
};

const labelKeys: Check = (checker, value, path) => {
  if (Array.isArray(value) && value.every((key) => typeof key === 'string')) return;
  checker.wrong(
    path,
    `adds must be a list of label keys, not ${describeValue(value)}`,
    'write adds: [example.com/shard]',
  );
};

const truth: Check = (checker, value, path) => {
  if (typeof value === 'boolean') return;
  checker.wrong(
    path,
    `${nameOf(path)} must be true or false, not ${describeValue(value)}`,
    'write true or false',
  );
};

const selectors: Check = (checker, value, path) => {
  if (!Array.isArray(value)) {
    checker.wrong(
      path,
      `selectors must be a list, not ${describeValue(value)}`,
      'write - path: and does: for each',
    );
    return;
  }
  for (const [index, selector] of value.entries()) {
    checker.members(
      selector,
      [...path, index],
      SELECTOR_MEMBERS,
      ['path', 'does'],
      '- path: spec.selector, does: controls',
    );
  }
};

const SELECTOR_MEMBERS: Readonly<Record<string, Check>> = {
  path: fieldPath,
  form: oneOf(DESCRIBED_FORMS),
  does: oneOf(Object.keys(CLAIM_KINDS)),
  of: oneOf(Object.keys(SELECTED_KINDS)),
  namespaces: oneOf(['own', 'every']),
  missing: oneOf(BLANKS),
  empty: oneOf(BLANKS),
};

const KIND_MEMBERS: Readonly<Record<string, Check>> = {
  group: text('the part of apiVersion before the slash: example.com'),
  kind: text('the kind as objects have it: WebApp'),
  template: fieldPath,
  pods: oneOf(['none', 'elsewhere']),
  adds: labelKeys,
  immutable: truth,
  selectors,
};

function nameOf(path: ObjectPath): string {
  return String(path.at(-1));
}

/** Gathers everything that is wrong with descriptions. */
class Checker {
  readonly mistakes: DescriptionMistake[] = [];

  wrong(path: ObjectPath, message: string, mend: string, part: 'key' | 'value' = 'value'): void {
    this.mistakes.push({ path, part, message, mend });
  }

  members(
    value: unknown,
    path: ObjectPath,
    checks: Readonly<Record<string, Check>>,
    required: readonly string[],
    example: string,
  ): void {
    if (!isJsonObject(value)) {
      this.wrong(path, `this must be a mapping, not ${describeValue(value)}`, `write ${example}`);
      return;
    }
    const names = Object.keys(checks);
    for (const [name, member] of Object.entries(value)) {
      if (member === undefined) continue;
      const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
      if (check !== undefined) check(this, member, [...path, name]);
      else {
        const near = nearest(name, names);
        const mend = near === undefined ? `there are ${names.join(', ')}` : `"${near}" is meant`;
        this.wrong([...path, name], `"${name}" is nothing that can be said of it`, mend, 'key');
      }
    }
    const missing = required.filter((name) => memberOf(value, name) === undefined);
    if (missing.length > 0) this.wrong(path, `${missing.join(' and ')} must be said`, `write ${example}`);
  }

  /** What is said twice: of two descriptions of one kind, only one could hold. */
  twice(kinds: readonly unknown[]): void {
    const seen = new Set<string>();
    for (const [index, kind] of kinds.entries()) {
      if (!isJsonObject(kind)) continue;
      const name = `${kind['kind']} of ${kind['group']}`;
      if (seen.has(name)) this.wrong([index], `${name} is described twice`, 'keep one of the descriptions');
      seen.add(name);
    }
  }

  /** What says how the pods of a template are, beside a template, and what says where they are, without one. */
  pods(kind: JsonObject, path: ObjectPath): void {
    const has = (name: string) => memberOf(kind, name) !== undefined;
    if (has('template') && has('pods')) {
      this.wrong([...path, 'pods'], 'the pods are those of the template', 'remove pods or template', 'key');
    }
    if (has('adds') && !has('template')) {
      this.wrong(
        [...path, 'adds'],
        'labels are added to pods, and there is no template',
        'write template too, or remove adds',
        'key',
      );
    }
  }
}

/**
 * Everything that is wrong with descriptions of kinds, as a {@link DescribedKind} must be.
 *
 * @param value a list of descriptions, as JSON values
 * @returns none for descriptions that can be used
 */
export function describedKindMistakes(value: unknown): readonly DescriptionMistake[] {
  const checker = new Checker();
  if (!Array.isArray(value)) {
    checker.wrong(
      [],
      `kinds must be a list, not ${describeValue(value)}`,
      'write - group: and kind: for each',
    );
    return checker.mistakes;
  }
  for (const [index, kind] of value.entries()) {
    checker.members(kind, [index], KIND_MEMBERS, ['group', 'kind'], '- group: example.com, kind: WebApp');
    if (isJsonObject(kind)) checker.pods(kind, [index]);
  }
  checker.twice(value);
  return checker.mistakes;
}

/**
 * Holds that something describes kinds.
 * @throws TypeError that names everything that is wrong, with its place
 */
export function assertDescribedKinds(
  value: unknown,
  argument: string,
): asserts value is readonly DescribedKind[] {
  const mistakes = describedKindMistakes(value).map(({ path, message, mend }) => {
    return `${argument}${pathText(path)}: ${message}; ${mend}`;
  });
  if (mistakes.length > 0) throw new TypeError(mistakes.join('\n'));
}
