import { describeValue } from '../selector/objects/json-shape.ts';
import { pathText } from '../text/object-path.ts';
import { CLAIM_KINDS, type ClaimKind } from './claim.ts';
import {
  DESCRIBED_BLANKS,
  DESCRIBED_FORMS,
  type DescribedKind,
  onlySelectedBy,
  selectedBy,
} from './described-kind.ts';
import {
  type DescriptionMistake,
  DescriptionReader,
  labelKeys,
  type MemberCheck,
  type Members,
  oneOf,
  textLike,
  truth,
} from './description-reader.ts';
import { isInNamespace } from './namespace-of.ts';
import { isJsonObject, type JsonObject, memberOf } from './places.ts';
import { SELECTED_KINDS, type SelectedKind } from './target.ts';

const FIELD = '[A-Za-z_$][\\w$-]*';
const PART = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';

/** What texts of a description may be. The core of Kubernetes, whose group is empty, has no kinds to describe. */
export const DESCRIBED_PATTERNS: {
  readonly [Name in 'group' | 'kind' | 'path' | 'field']: RegExp;
} = {
  group: new RegExp(`^(?!(core|v\\d+((alpha|beta)\\d+)?)$)${PART}(\\.${PART})*$`),
  kind: /^[A-Za-z]([-A-Za-z0-9]*[A-Za-z0-9])?$/,
  /** `spec.routes[].selector`: names as fields of the API have them. */
  path: new RegExp(`^${FIELD}(\\[\\])?(\\.${FIELD}(\\[\\])?)*$`),
  field: new RegExp(`^${FIELD}$`),
};

/** How to say the group of what was written, be it a whole API version. */
function groupMend(text: string): string {
  const slash = text.indexOf('/');
  const group = slash === -1 ? '' : text.slice(0, slash);
  if (DESCRIBED_PATTERNS.group.test(group)) return `write group: ${group}, which is for every version`;
  return 'write the part of apiVersion before the slash: example.com';
}

/** How to write what was written as JSONPath and other languages have it: `.spec.routes[*].selector`. */
function pathMend(text: string): string {
  const meant = text
    .trim()
    .replace(/^\$?\./, '')
    .replace(/\[(\*|\d+)\]/g, '[]');
  return DESCRIBED_PATTERNS.path.test(meant)
    ? `write ${meant}`
    : 'write it like spec.template, and with [] behind the names of lists: spec.routes[].selector';
}

const fieldPath = textLike(DESCRIBED_PATTERNS.path, 'names of fields with points between them', pathMend);

const SELECTOR: Members = {
  checks: {
    path: fieldPath,
    form: oneOf(DESCRIBED_FORMS),
    does: oneOf(Object.keys(CLAIM_KINDS)),
    of: oneOf(Object.keys(SELECTED_KINDS)),
    namespaces: oneOf(['own', 'every']),
    namespaceSelector: textLike(
      DESCRIBED_PATTERNS.field,
      'the name of a field beside the selector',
      'write namespaceSelector: namespaceSelector, or as the field is called',
    ),
    missing: oneOf(DESCRIBED_BLANKS),
    empty: oneOf(DESCRIBED_BLANKS),
  },
  required: ['path', 'does'],
  example: '- path: spec.selector, does: controls',
};

const selectors: MemberCheck = (reader, value, path) => {
  if (!Array.isArray(value)) {
    reader.wrong(
      path,
      `selectors must be a list, not ${describeValue(value)}`,
      'write - path: and does: for each',
    );
    return;
  }
  for (const [index, selector] of value.entries()) reader.members(selector, [...path, index], SELECTOR);
};

const KIND: Members = {
  checks: {
    group: textLike(DESCRIBED_PATTERNS.group, 'the group of an API', groupMend),
    kind: textLike(DESCRIBED_PATTERNS.kind, 'a kind', 'write the kind as objects have it: WebApp'),
    namespaced: truth,
    template: fieldPath,
    pods: oneOf(['none', 'elsewhere']),
    adds: labelKeys,
    immutable: truth,
    selectors,
  },
  required: ['group', 'kind'],
  example: '- group: example.com, kind: WebApp',
  instead: { apiVersion: (value) => groupMend(typeof value === 'string' ? value : '') },
};

/** What says how the pods of a template are, beside a template, and what says where they are, without one. */
function checkPods(reader: DescriptionReader, kind: JsonObject, index: number): void {
  const has = (name: string): boolean => memberOf(kind, name) !== undefined;
  if (has('template') && has('pods')) {
    reader.wrong([index, 'pods'], 'the pods are those of the template', 'remove pods or template', 'key');
  }
  if (has('adds') && !has('template')) {
    reader.wrong(
      [index, 'adds'],
      'labels are added to pods, and there is no template',
      'write template too, or remove adds',
      'key',
    );
  }
  if (has('template') && memberOf(kind, 'namespaced') === false) {
    reader.wrong(
      [index, 'template'],
      'what is in no namespace does not say in which one its pods are',
      'remove template, and write pods: elsewhere',
      'key',
    );
  }
}

function isOneOf<Word extends string>(words: Readonly<Record<Word, unknown>>, value: unknown): value is Word {
  return typeof value === 'string' && Object.hasOwn(words, value);
}

/** What a selector selects, where that can be told. */
function checkSelected(reader: DescriptionReader, kind: JsonObject, index: number): void {
  const list = memberOf(kind, 'selectors');
  for (const [at, selector] of (Array.isArray(list) ? list : []).entries()) {
    const does = isJsonObject(selector) ? memberOf(selector, 'does') : undefined;
    if (!isJsonObject(selector) || !isOneOf<ClaimKind>(CLAIM_KINDS, does)) continue;
    const path = [index, 'selectors', at];
    if (memberOf(selector, 'form') === 'NodeSelector' && memberOf(selector, 'empty') !== undefined) {
      const message = 'a NodeSelector without terms selects nothing, whatever is said';
      reader.wrong([...path, 'empty'], message, 'remove empty', 'key');
    }
    const of = memberOf(selector, 'of');
    const only = onlySelectedBy(does);
    if (only !== undefined && isOneOf<SelectedKind>(SELECTED_KINDS, of) && of !== only) {
      reader.wrong(
        [...path, 'of'],
        `${does} is of ${only}, and not of ${of}`,
        'remove of, or say does otherwise',
      );
    } else if (memberOf(selector, 'namespaces') === 'own') {
      const selected = selectedBy({ does, ...(isOneOf<SelectedKind>(SELECTED_KINDS, of) && { of }) });
      const homeless =
        memberOf(kind, 'namespaced') === false ? 'the kind' : isInNamespace(selected) ? '' : selected;
      if (homeless === '') continue;
      reader.wrong(
        [...path, 'namespaces'],
        `${homeless} is in no namespace, so that none is its own`,
        'remove namespaces, or write every',
      );
    }
  }
}

/** What is said twice: of two descriptions of one kind, only one could hold. */
function checkTwice(reader: DescriptionReader, kinds: readonly unknown[]): void {
  const seen = new Set<string>();
  for (const [index, kind] of kinds.entries()) {
    if (!isJsonObject(kind)) continue;
    const [name, group] = [memberOf(kind, 'kind'), memberOf(kind, 'group')];
    if (typeof name !== 'string' || typeof group !== 'string') continue;
    const title = `${name} of ${group}`;
    if (seen.has(title)) {
      reader.wrong([index], `${title} is described twice`, 'keep one of the descriptions');
    }
    seen.add(title);
  }
}

/**
 * Everything that is wrong with descriptions of kinds, as a {@link DescribedKind} must be.
 *
 * @param value a list of descriptions, as JSON values
 * @returns none for descriptions that can be used
 */
export function describedKindMistakes(value: unknown): readonly DescriptionMistake[] {
  const reader = new DescriptionReader();
  if (!Array.isArray(value)) {
    reader.wrong(
      [],
      `kinds must be a list, not ${describeValue(value)}`,
      'write - group: and kind: for each',
    );
    return reader.mistakes;
  }
  for (const [index, kind] of value.entries()) {
    reader.members(kind, [index], KIND);
    if (!isJsonObject(kind)) continue;
    checkPods(reader, kind, index);
    checkSelected(reader, kind, index);
  }
  checkTwice(reader, value);
  return reader.mistakes;
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
