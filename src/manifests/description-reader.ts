import { checkLabelKey } from '../labels/key.ts';
import { describeValue } from '../selector/objects/json-shape.ts';
import { nearest } from '../text/nearest.ts';
import type { ObjectPath } from '../text/object-path.ts';
import { isJsonObject, memberOf } from './places.ts';

/** Something that is wrong with descriptions of kinds. */
export interface DescriptionMistake {
  /** Where, from the list of kinds on. */
  readonly path: ObjectPath;
  /** Whether its name is meant, or its value. */
  readonly part: 'key' | 'value';
  readonly message: string;
  readonly mend: string;
}

/** Tells what is wrong with a member of a description. */
export type MemberCheck = (reader: DescriptionReader, value: unknown, path: ObjectPath) => void;

/** The members that something may have, with those it must have. */
export interface Members {
  readonly checks: Readonly<Record<string, MemberCheck>>;
  readonly required: readonly string[];
  /** How to write it, for messages. */
  readonly example: string;
  /** What to write instead of members that are not there, by their names. */
  readonly instead?: Readonly<Record<string, (value: unknown) => string>>;
}

/** Gathers everything that is wrong with descriptions. */
export class DescriptionReader {
  readonly mistakes: DescriptionMistake[] = [];

  wrong(path: ObjectPath, message: string, mend: string, part: 'key' | 'value' = 'value'): void {
    this.mistakes.push({ path, part, message, mend });
  }

  /** Checks the members of something. */
  members(value: unknown, path: ObjectPath, { checks, required, example, instead = {} }: Members): void {
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
        const known = Object.hasOwn(instead, name) ? instead[name]?.(member) : undefined;
        const mend = known ?? (near === undefined ? `there are ${names.join(', ')}` : `"${near}" is meant`);
        this.wrong([...path, name], `"${name}" is nothing that can be said of it`, mend, 'key');
      }
    }
    const missing = required.filter((name) => memberOf(value, name) === undefined);
    if (missing.length > 0) this.wrong(path, `${missing.join(' and ')} must be said`, `write ${example}`);
  }
}

function nameOf(path: ObjectPath): string {
  return String(path.at(-1));
}

/** One of some words. YAML of Kubernetes reads `no` as false, which is none. */
export function oneOf(words: readonly string[]): MemberCheck {
  return function checkWord(reader, value, path) {
    if (typeof value === 'string' && words.includes(value)) return;
    const near = typeof value === 'string' ? nearest(value, words) : undefined;
    const meant = value === false && words.includes('none') ? 'none' : near;
    const mend = meant === undefined ? `write one of ${words.join(', ')}` : `"${meant}" is meant`;
    reader.wrong(path, `${nameOf(path)} is ${describeValue(value)}, and there is no such word for it`, mend);
  };
}

/** A text that fits a pattern. */
export function textLike(
  pattern: RegExp,
  what: string,
  mendOf: string | ((text: string) => string),
): MemberCheck {
  return function checkText(reader, value, path) {
    if (typeof value === 'string' && pattern.test(value)) return;
    const mend = typeof mendOf === 'string' ? mendOf : mendOf(typeof value === 'string' ? value : '');
    reader.wrong(path, `${nameOf(path)} must be ${what}, not ${describeValue(value)}`, mend);
  };
}

/** True or false. */
export const truth: MemberCheck = (reader, value, path) => {
  if (typeof value === 'boolean') return;
  reader.wrong(
    path,
    `${nameOf(path)} must be true or false, not ${describeValue(value)}`,
    'write true or false',
  );
};

/** A list of label keys. */
export const labelKeys: MemberCheck = (reader, value, path) => {
  if (!Array.isArray(value)) {
    reader.wrong(
      path,
      `${nameOf(path)} must be a list of label keys, not ${describeValue(value)}`,
      `write ${nameOf(path)}: [example.com/shard]`,
    );
    return;
  }
  for (const [index, key] of value.entries()) {
    const at = [...path, index];
    if (typeof key !== 'string') {
      reader.wrong(at, `a label key is a text, not ${describeValue(key)}`, 'write example.com/shard');
    } else {
      for (const { message } of checkLabelKey(key)) {
        reader.wrong(at, message, 'write the key of a label, such as example.com/shard');
      }
    }
  }
};
