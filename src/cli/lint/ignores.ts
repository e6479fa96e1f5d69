import type { KubernetesObject, LintFinding, ToldPlace } from '../../manifests.ts';
import type { ObjectBook } from './object-book.ts';
import type { IgnoredBy } from './report.ts';

/** Where findings are to be ignored: on a line, in an object, or wherever they are as asked for. */
export type IgnoreScope =
  | { readonly kind: 'line'; readonly source: string; readonly line: number }
  | { readonly kind: 'object'; readonly object: KubernetesObject }
  | { readonly kind: 'matching'; readonly covers: (finding: LintFinding) => boolean };

/** Findings of one rule that are to be ignored somewhere. */
export interface Ignore {
  /** What it says, be there a rule of that name or not; `""` where it names none. */
  readonly rule: string;
  readonly by: IgnoredBy;
  /** `""` where it is not said; then nothing is ignored. */
  readonly reason: string;
  readonly scope: IgnoreScope;
  /** Where it stands. */
  readonly place: ToldPlace;
  /** Whether what it is about was read, so that it should have ignored something. */
  readonly isInReach: boolean;
}

/** What became of ignores and findings. */
export interface Ignored {
  /** Why a finding is ignored, of those that are. */
  readonly by: ReadonlyMap<LintFinding, Ignore>;
  readonly unused: readonly Ignore[];
}

function push<Key>(lists: Map<Key, Ignore[]>, key: Key, ignore: Ignore): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [ignore]);
  else list.push(ignore);
}

/** Ignores by where they may be asked for. */
class IgnoreBook {
  readonly #lines = new Map<string, Ignore[]>();
  readonly #objects = new Map<KubernetesObject | undefined, Ignore[]>();
  readonly #matching: { readonly ignore: Ignore; readonly covers: (finding: LintFinding) => boolean }[] = [];

  constructor(ignores: readonly Ignore[]) {
    for (const ignore of ignores) {
      const { scope } = ignore;
      if (scope.kind === 'line') push(this.#lines, `${scope.line} ${scope.source}`, ignore);
      else if (scope.kind === 'object') push(this.#objects, scope.object, ignore);
      else this.#matching.push({ ignore, covers: scope.covers });
    }
  }

  /** Those that cover a finding: what stands nearest to it comes first. */
  of(finding: LintFinding, objects: ObjectBook): readonly Ignore[] {
    const { source, region, rule } = finding;
    const near = [
      ...(this.#lines.get(`${region.start.line} ${source}`) ?? []),
      ...(this.#objects.size === 0 ? [] : (this.#objects.get(objects.objectOf(finding)) ?? [])),
    ];
    const matching = this.#matching.filter(({ ignore, covers }) => ignore.rule === rule && covers(finding));
    return [...near.filter((ignore) => ignore.rule === rule), ...matching.map(({ ignore }) => ignore)];
  }
}

/**
 * Which findings are ignored. Of several ignores that cover one, the nearest gives the reason, and none is unused.
 *
 * @complexity O(findings + ignores), and findings × ignores of a configuration.
 */
export function applyIgnores(
  findings: readonly LintFinding[],
  ignores: readonly Ignore[],
  objects: ObjectBook,
): Ignored {
  const reasoned = ignores.filter(({ reason }) => reason !== '');
  const book = new IgnoreBook(reasoned);
  const by = new Map<LintFinding, Ignore>();
  const used = new Set<Ignore>();
  for (const finding of findings) {
    const [nearest, ...others] = book.of(finding, objects);
    if (nearest === undefined) continue;
    by.set(finding, nearest);
    for (const ignore of [nearest, ...others]) used.add(ignore);
  }
  return { by, unused: reasoned.filter((ignore) => !used.has(ignore)) };
}
