import { readFile, writeFile } from 'node:fs/promises';
import type { LintFinding } from '../../manifests.ts';
import { UsageError } from '../exit.ts';
import { reasonOf } from '../input/sources.ts';
import { printable } from '../output/printable.ts';
import { fingerprintOf } from './fingerprint.ts';

/** A finding that is known. The fingerprint tells it; the rest is for whoever reads the file. */
export interface KnownFinding {
  readonly fingerprint: string;
  readonly rule: string;
  readonly object: string;
  readonly path: string;
  readonly message: string;
}

const FIELDS = ['fingerprint', 'rule', 'object', 'path', 'message'] as const;

function isKnownFinding(value: unknown): value is KnownFinding {
  if (typeof value !== 'object' || value === null) return false;
  const entry: { readonly [field: string]: unknown } = { ...value };
  return FIELDS.every((field) => typeof entry[field] === 'string');
}

/** The entries of a baseline; undefined where a JSON value is none. */
export function baselineEntries(value: unknown): readonly KnownFinding[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { version, findings }: { version?: unknown; findings?: unknown } = value;
  if (version !== 1 || !Array.isArray(findings)) return undefined;
  return findings.every(isKnownFinding) ? findings : undefined;
}

/** @throws UsageError where the file is missing or is no baseline */
export async function readBaseline(path: string): Promise<readonly KnownFinding[]> {
  let entries: readonly KnownFinding[] | undefined;
  try {
    entries = baselineEntries(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (!(error instanceof SyntaxError)) {
      throw new UsageError(
        `--baseline ${printable(path)}: ${reasonOf(error)}; --write-baseline ${printable(path)} makes one`,
      );
    }
  }
  if (entries !== undefined) return entries;
  throw new UsageError(
    `--baseline ${printable(path)} is no baseline of this version; --write-baseline ${printable(path)} makes it anew`,
  );
}

function textOf({ rule, object, path, message }: KnownFinding): string {
  return JSON.stringify([rule, object, path, message]);
}

/** A finding as a baseline has it. */
export function knownFinding(finding: LintFinding): KnownFinding {
  const { rule, object, path, message } = finding;
  return { fingerprint: fingerprintOf(finding), rule, object, path, message };
}

/** A baseline as text: one entry on each line, in an order of its own, so that changes of it read well. */
export function baselineText(findings: readonly KnownFinding[]): string {
  const entries = [...findings].sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
  const lines = entries.map((entry) => `\n    ${JSON.stringify(entry)}`);
  return `{\n  "version": 1,\n  "findings": [${lines.join()}${lines.length > 0 ? '\n  ' : ''}]\n}\n`;
}

/** @throws UsageError where the file cannot be written */
export async function writeBaseline(path: string, findings: readonly KnownFinding[]): Promise<void> {
  try {
    await writeFile(path, baselineText(findings));
  } catch (error) {
    throw new UsageError(`--write-baseline ${printable(path)}: ${reasonOf(error)}`);
  }
}

/** Tells findings that are known from others. Each entry stands for one of its kind, so that a second one is news. */
export class Baseline {
  readonly #left = new Map<string, KnownFinding[]>();

  constructor(entries: readonly KnownFinding[]) {
    for (const entry of entries) {
      const list = this.#left.get(entry.fingerprint);
      if (list === undefined) this.#left.set(entry.fingerprint, [entry]);
      else list.push(entry);
    }
  }

  /** Whether a finding is known; an entry of it is used up. */
  takes(finding: LintFinding): boolean {
    return this.#left.size > 0 && this.#left.get(fingerprintOf(finding))?.pop() !== undefined;
  }

  /** The entries that nothing has used up. */
  left(): readonly KnownFinding[] {
    return [...this.#left.values()].flat();
  }
}
