import type { Selector } from '../selector/selector.ts';
import { readAdmissionRules } from './admission-rules.ts';
import { fill } from './blank.ts';
import type { Claim } from './claim.ts';
import { assertContent } from './content-argument.ts';
import type { DescribedKind } from './described-kind.ts';
import { type Finding, findingAt } from './finding.ts';
import { withLabelKeys } from './label-keys.ts';
import { isJsonObject, memberOf, type Place, placesOf } from './places.ts';
import { POD_ROWS } from './pod-rows.ts';
import { type PodTemplate, templatePlaces } from './pod-templates.ts';
import { readReach } from './read-reach.ts';
import { readSelector } from './read-selector.ts';
import { keptRegistryOf, type Registry } from './registry.ts';
import type { Row } from './row.ts';
import { areInSameItems } from './same-items.ts';
import { shapeRows } from './shape-rows.ts';
import { type Target, targetsOf } from './target.ts';

/** The selectors of an object, and what is wrong with them. */
export interface Claims {
  /** In the order of the registry, and within a field in the order written. */
  readonly claims: readonly Claim[];
  /** A selector with an error makes no claim. */
  readonly findings: readonly Finding[];
}

const NO_TARGETS: readonly Target[] = Object.freeze([]);

/** Reads the selectors of one object. */
class ClaimReader {
  readonly claims: Claim[] = [];
  readonly findings: Finding[] = [];
  readonly #kind: string;

  constructor(kind: string) {
    this.#kind = kind;
  }

  /** Reads what a row says there is, seen from the object or one of its templates. */
  read(row: Row, from: Place, templates: readonly PodTemplate[]): void {
    for (const holder of placesOf(from, row.at, this.findings)) {
      const template = templates.find(({ path }) => areInSameItems(path, holder.path));
      const { unless, only } = row;
      if (unless !== undefined && memberOf(holder.value, unless.field) === unless.value) continue;
      if (only !== undefined && memberOf(holder.value, only.field) !== only.value) continue;
      const selector = this.#selectorAt(holder, row, template);
      const reach = readReach(holder, row.reach, this.findings);
      if (selector === undefined || reach === undefined) continue;
      const { of, except } =
        typeof row.of === 'string'
          ? { of: targetsOf(row.of), except: NO_TARGETS }
          : readAdmissionRules(holder, row.of, this.findings);
      this.claims.push({ kind: row.claim, ...this.#whereabouts(holder, row), selector, of, except, reach });
    }
  }

  #whereabouts({ path, value }: Place, { field }: Row): Pick<Claim, 'path' | 'isWritten'> {
    return field === ''
      ? { path, isWritten: true }
      : { path: [...path, field], isWritten: memberOf(value, field) !== undefined };
  }

  #selectorAt(holder: Place, row: Row, template: PodTemplate | undefined): Selector | undefined {
    const written = row.field === '' ? holder.value : memberOf(holder.value, row.field);
    const path = row.field === '' ? holder.path : [...holder.path, row.field];
    if (written !== undefined) {
      const selector = readSelector(written, row.form, path, this.findings);
      // One empty alternative is a selector without requirements.
      if (selector?.alternatives[0]?.length !== 0) {
        return selector === undefined || row.hasLabelKeys === undefined
          ? selector
          : withLabelKeys(selector, holder.value, template?.labels ?? {});
      }
    }
    const gap = { isMissing: written === undefined, kind: this.#kind, holder: holder.value, template };
    const filling = fill(gap.isMissing ? row.absent : row.empty, gap);
    if (!('code' in filling)) return filling.selector;
    this.findings.push(findingAt(path, filling.code, filling.message));
    return undefined;
  }
}

/** {@link claimsOf}, by a registry. */
export function claimsBy(registry: Registry, content: unknown): Claims {
  if (!isJsonObject(content)) return { claims: [], findings: [] };
  const [apiVersion, kind] = [memberOf(content, 'apiVersion'), memberOf(content, 'kind')].map((text) =>
    typeof text === 'string' ? text : '',
  );
  const reader = new ClaimReader(kind ?? '');
  const templates = templatePlaces(content, reader.findings, registry);
  const known = registry(apiVersion ?? '', kind ?? '');
  const rows = known?.rows ?? (templates.length === 0 ? [] : shapeRows(content));
  for (const row of rows) reader.read(row, { path: [], value: content }, templates);
  for (const place of templates) for (const row of POD_ROWS) reader.read(row, place, [place]);
  return { claims: reader.claims, findings: reader.findings };
}

/**
 * Every selector of a Kubernetes object, with what it selects and what for, as the registry has it: those of its kind,
 * and those of its pod template or of itself, if it is a Pod. Of kinds that are not known, a pod template is read where
 * workloads have theirs, and the selector beside it.
 *
 * What null and `{}` mean depends on the field; claims have the selector that they come to. Where they constrain
 * nothing, such as those of a PersistentVolumeClaim, there is no claim.
 *
 * @param content the object as JSON values, which of a {@link KubernetesObject} is its `content`; what is no object makes no claims
 * @param kinds descriptions of kinds that are not known, or are to be read otherwise; the list is read once, and is not to change
 * @returns frozen selectors, and findings with paths; never throws on JSON values
 * @complexity O(size of the selectors).
 * @throws TypeError where `kinds` has mistakes: all of them, each with its place; and where `content` is a KubernetesObject
 */
export function claimsOf(content: unknown, kinds?: readonly DescribedKind[]): Claims {
  assertContent(content);
  return claimsBy(keptRegistryOf(kinds, 'kinds'), content);
}
