import type { ObjectPath, Origin, Problem } from '../../manifests.ts';
import { nearest } from '../../reading.ts';

/** A part of a configuration: its value, and where it stands. */
export interface ConfigValue {
  readonly value: unknown;
  readonly path: ObjectPath;
}

/** Gathers everything that is wrong with a configuration, each at its place. */
export class ConfigReader {
  readonly origin: Origin;
  readonly problems: Problem[] = [];

  constructor(origin: Origin) {
    this.origin = origin;
  }

  /** Says what is wrong with a value, or with the name it stands under. */
  wrong(path: ObjectPath, message: string, mend?: string, part: 'key' | 'value' = 'value'): undefined {
    const { start, line } = this.origin.region(path, part);
    const problem = { source: this.origin.source, position: start, message, line };
    this.problems.push(mend === undefined ? problem : { ...problem, mend });
    return undefined;
  }

  /** A value as it is written: `off` and not `false`. */
  written({ path }: ConfigValue): string {
    return this.origin.locate(path).token;
  }

  /** The members of a mapping; none, and told, where it is something else. Nothing counts as an empty one. */
  members({ value, path }: ConfigValue, what: string, mend: string): readonly [string, ConfigValue][] {
    if (value === null || value === undefined) return [];
    if (typeof value !== 'object' || Array.isArray(value)) {
      this.wrong(path, `${what} must be a mapping`, mend);
      return [];
    }
    return Object.entries(value).map(([name, member]) => [name, { value: member, path: [...path, name] }]);
  }

  /** The items of a list, in the same way. */
  items({ value, path }: ConfigValue, what: string, mend: string): readonly ConfigValue[] {
    if (value === null || value === undefined) return [];
    if (Array.isArray(value)) return value.map((item, index) => ({ value: item, path: [...path, index] }));
    this.wrong(path, `${what} must be a list`, mend);
    return [];
  }

  /** A text with something in it. */
  text({ value, path }: ConfigValue, what: string): string | undefined {
    if (typeof value === 'string' && value.trim() !== '') return value;
    const mend =
      typeof value === 'number' || typeof value === 'boolean'
        ? `quote it: "${this.written({ value, path })}"`
        : undefined;
    return this.wrong(path, `${what} must be a text`, mend);
  }

  /** Says that a member is none of those there are. */
  unknownMember(path: ObjectPath, name: string, known: readonly string[]): undefined {
    const near = nearest(name, known);
    const mend = near === undefined ? `there are ${known.join(', ')}` : `"${near}" is meant`;
    return this.wrong(path, `"${name}" is nothing that can be configured`, mend, 'key');
  }
}
