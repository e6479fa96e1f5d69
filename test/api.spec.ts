import { describe, expect, expectTypeOf, test } from 'vitest';
import type {
  Comparison,
  Completion,
  Conflict,
  Diagnostic,
  Explanation,
  IndexStatistics,
  KeyStatistics,
  LabelIndexOptions,
  LabelSelector,
  Labels,
  MatchExplanation,
  MembershipChange,
  MembershipStatistics,
  NodeSelector,
  Overlap,
  OverlapOptions,
  ParseOptions,
  ParseResult,
  PreparedQuery,
  ReverseExplanation,
  Scope,
  Selector,
  SelectorIndexStatistics,
  ValueStatistics,
  Vocabulary,
  Watch,
  WatchChange,
} from '../src/index.ts';
import * as labelwise from '../src/index.ts';
import type { Claim, Claims, DescribedKind, PodTemplate, Subject, SubjectParts } from '../src/manifests.ts';
import * as manifests from '../src/manifests.ts';

/* Names and shapes that users rely on: changing one is a breaking change, and is written in CHANGELOG.md. */

describe('the public surface', () => {
  test('has these values and no others', () => {
    expect(Object.keys(labelwise).sort()).toEqual([
      'DEFAULT_LIMITS',
      'DIAGNOSTIC_CODES',
      'EVERYTHING',
      'LabelIndex',
      'Membership',
      'NOTHING',
      'SelectorError',
      'SelectorIndex',
      'allOf',
      'anyOf',
      'checkLabelKey',
      'checkLabelValue',
      'checkLabels',
      'compareSelectors',
      'compileSelector',
      'completeSelector',
      'equivalent',
      'explainMatch',
      'findConflicts',
      'findDifference',
      'findOverlap',
      'findOverlaps',
      'formatSelector',
      'fromAlternatives',
      'fromLabelMap',
      'fromLabelSelector',
      'fromNodeSelector',
      'fromRequirements',
      'implies',
      'isSatisfiable',
      'parseSelector',
      'printRequirement',
      'renderDiagnostic',
      'requiredValue',
      'selectorKey',
      'simplify',
      'toLabelMap',
      'toLabelSelector',
      'toNodeSelector',
      'tryFromAlternatives',
      'tryFromLabelMap',
      'tryFromLabelSelector',
      'tryFromNodeSelector',
      'tryFromRequirements',
      'tryParseSelector',
    ]);
  });

  test('has these signatures', () => {
    expectTypeOf(labelwise.tryParseSelector).toEqualTypeOf<
      (text: string, options?: ParseOptions) => ParseResult
    >();
    expectTypeOf(labelwise.parseSelector).toEqualTypeOf<(text: string, options?: ParseOptions) => Selector>();
    expectTypeOf(labelwise.formatSelector).toEqualTypeOf<(selector: Selector) => string>();
    expectTypeOf(labelwise.selectorKey).toEqualTypeOf<(selector: Selector) => string>();
    expectTypeOf(labelwise.renderDiagnostic).toEqualTypeOf<(text: string, d: Diagnostic) => string>();
    expectTypeOf(labelwise.completeSelector).toEqualTypeOf<
      (text: string, offset: number, vocabulary?: Vocabulary) => readonly Completion[]
    >();
    expectTypeOf(labelwise.fromLabelSelector).toEqualTypeOf<
      (value: LabelSelector | null | undefined) => Selector
    >();
    expectTypeOf(labelwise.tryFromLabelSelector).toEqualTypeOf<(value: unknown) => ParseResult>();
    expectTypeOf(labelwise.fromLabelMap).toBeCallableWith({ app: 'web' });
    expectTypeOf(labelwise.fromLabelMap).toBeCallableWith(null);
    expectTypeOf(labelwise.fromNodeSelector).toEqualTypeOf<
      (value: NodeSelector | null | undefined) => Selector
    >();
    expectTypeOf(labelwise.tryFromNodeSelector).toEqualTypeOf<(value: unknown) => ParseResult>();
    expectTypeOf(labelwise.toLabelSelector).toEqualTypeOf<(selector: Selector) => LabelSelector>();
    expectTypeOf(labelwise.toLabelMap).toEqualTypeOf<(selector: Selector) => Record<string, string>>();
    expectTypeOf(labelwise.requiredValue).toEqualTypeOf<
      (selector: Selector, key: string) => string | undefined
    >();
    expectTypeOf(labelwise.anyOf).toEqualTypeOf<(...selectors: Selector[]) => Selector>();
    expectTypeOf(labelwise.allOf).toEqualTypeOf<(...selectors: Selector[]) => Selector>();
    expectTypeOf(labelwise.checkLabelKey).toEqualTypeOf<(key: string) => readonly Diagnostic[]>();
    expectTypeOf(labelwise.checkLabelValue).toEqualTypeOf<(value: string) => readonly Diagnostic[]>();
    expectTypeOf(labelwise.checkLabels).toEqualTypeOf<(labels: Labels) => readonly Diagnostic[]>();
    expectTypeOf(labelwise.compileSelector).toEqualTypeOf<
      (selector: Selector) => (labels: Labels) => boolean
    >();
    expectTypeOf(labelwise.explainMatch).toEqualTypeOf<
      (selector: Selector, labels: Labels) => MatchExplanation
    >();
  });

  test('has an algebra of these signatures', () => {
    type Pair<Answer> = (a: Selector, b: Selector) => Answer;
    type Proof = Record<string, string> | undefined;
    expectTypeOf(labelwise.isSatisfiable).toEqualTypeOf<(selector: Selector) => boolean>();
    expectTypeOf(labelwise.findOverlap).toEqualTypeOf<Pair<Proof>>();
    expectTypeOf(labelwise.findDifference).toEqualTypeOf<Pair<Proof>>();
    expectTypeOf(labelwise.implies).toEqualTypeOf<Pair<boolean>>();
    expectTypeOf(labelwise.equivalent).toEqualTypeOf<Pair<boolean>>();
    expectTypeOf(labelwise.simplify).toEqualTypeOf<(selector: Selector) => Selector>();
    expectTypeOf(labelwise.compareSelectors).toEqualTypeOf<Pair<Comparison>>();
    expectTypeOf(labelwise.findConflicts).toEqualTypeOf<
      (a: Selector, b?: Selector) => readonly Conflict[] | undefined
    >();
    expectTypeOf(labelwise.findOverlaps).toEqualTypeOf<
      (selectors: readonly Selector[], options?: OverlapOptions) => IterableIterator<Overlap>
    >();
    expectTypeOf<Overlap['witness']>().toEqualTypeOf<Record<string, string>>();
  });

  test('has a LabelIndex of these signatures', () => {
    type Index = labelwise.LabelIndex<number>;
    expectTypeOf(labelwise.LabelIndex).toBeConstructibleWith();
    expectTypeOf(labelwise.LabelIndex).toBeConstructibleWith({ kernel: 'typescript' } as LabelIndexOptions);
    expectTypeOf<labelwise.LabelIndex>().toEqualTypeOf<labelwise.LabelIndex<string>>();
    expectTypeOf<Index['entries']>().returns.toEqualTypeOf<
      IterableIterator<[id: number, labels: Record<string, string>, namespace: string]>
    >();
    expectTypeOf<Index['set']>().toEqualTypeOf<(id: number, labels: Labels, namespace?: string) => void>();
    expectTypeOf<Index['delete']>().toEqualTypeOf<(id: number) => boolean>();
    expectTypeOf<Index['has']>().toEqualTypeOf<(id: number) => boolean>();
    expectTypeOf<Index['labelsOf']>().toEqualTypeOf<(id: number) => Record<string, string> | undefined>();
    expectTypeOf<Index['namespaceOf']>().toEqualTypeOf<(id: number) => string | undefined>();
    expectTypeOf<Index['load']>().toEqualTypeOf<
      (entries: Iterable<readonly [id: number, labels: Labels, namespace?: string]>) => void
    >();
    expectTypeOf<Index['size']>().toEqualTypeOf<number>();
    expectTypeOf<Index['count']>().toEqualTypeOf<(selector: Selector, scope?: Scope<number>) => number>();
    expectTypeOf<Index['select']>().toEqualTypeOf<(selector: Selector, scope?: Scope<number>) => number[]>();
    expectTypeOf<Index['iterate']>().toEqualTypeOf<
      (selector: Selector, scope?: Scope<number>) => IterableIterator<number>
    >();
    expectTypeOf<Index['ordinals']>().toEqualTypeOf<
      (selector: Selector, scope?: Scope<number>) => Uint32Array
    >();
    expectTypeOf<Index['idAt']>().toEqualTypeOf<(ordinal: number) => number | undefined>();
    expectTypeOf<Index['prepare']>().toEqualTypeOf<(selector: Selector) => PreparedQuery<number>>();
    expectTypeOf<Index['explain']>().toEqualTypeOf<
      (selector: Selector, scope?: Scope<number>) => Explanation
    >();
    expectTypeOf<ReturnType<Index['keys']>>().toEqualTypeOf<readonly KeyStatistics[]>();
    expectTypeOf<ReturnType<Index['values']>>().toEqualTypeOf<readonly ValueStatistics[]>();
    expectTypeOf<Index['statistics']>().toEqualTypeOf<() => IndexStatistics>();
    expectTypeOf<Index['snapshot']>().toEqualTypeOf<() => Uint8Array>();
    expectTypeOf(labelwise.LabelIndex.restore<number>).returns.toEqualTypeOf<Index>();
  });

  test('has a Membership of these signatures', () => {
    type Both = labelwise.Membership<number, string>;
    expectTypeOf(labelwise.Membership).toBeConstructibleWith();
    expectTypeOf<labelwise.Membership>().toEqualTypeOf<labelwise.Membership<string, string>>();
    expectTypeOf<Both['objects']>().toEqualTypeOf<number>();
    expectTypeOf<Both['selectors']>().toEqualTypeOf<number>();
    expectTypeOf<Both['setObject']>().toEqualTypeOf<
      (id: number, labels: Labels, namespace?: string) => void
    >();
    expectTypeOf<Both['deleteObject']>().toEqualTypeOf<(id: number) => boolean>();
    expectTypeOf<Both['setSelector']>().toEqualTypeOf<
      (id: string, selector: Selector, namespace?: string) => void
    >();
    expectTypeOf<Both['deleteSelector']>().toEqualTypeOf<(id: string) => boolean>();
    expectTypeOf<Both['objectsOf']>().toEqualTypeOf<(selectorId: string) => number[]>();
    expectTypeOf<Both['selectorsOf']>().toEqualTypeOf<(objectId: number) => string[]>();
    expectTypeOf<Both['subscribe']>().toEqualTypeOf<
      (listener: (change: MembershipChange<number, string>) => void) => () => void
    >();
    expectTypeOf<Both['watch']>().toEqualTypeOf<
      (
        selector: Selector,
        listener: (change: WatchChange<number>) => void,
        namespace?: string,
      ) => Watch<number>
    >();
    expectTypeOf<Both['statistics']>().toEqualTypeOf<() => MembershipStatistics<string>>();
  });

  test('has a SelectorIndex of these signatures', () => {
    type Index = labelwise.SelectorIndex<number>;
    expectTypeOf(labelwise.SelectorIndex).toBeConstructibleWith();
    expectTypeOf<labelwise.SelectorIndex>().toEqualTypeOf<labelwise.SelectorIndex<string>>();
    expectTypeOf<Index['size']>().toEqualTypeOf<number>();
    expectTypeOf<Index['set']>().toEqualTypeOf<
      (id: number, selector: Selector, namespace?: string) => void
    >();
    expectTypeOf<Index['delete']>().toEqualTypeOf<(id: number) => boolean>();
    expectTypeOf<Index['has']>().toEqualTypeOf<(id: number) => boolean>();
    expectTypeOf<Index['selectorOf']>().toEqualTypeOf<(id: number) => Selector | undefined>();
    expectTypeOf<Index['namespaceOf']>().toEqualTypeOf<(id: number) => string | undefined>();
    expectTypeOf<Index['matching']>().toEqualTypeOf<(labels: Labels, namespace?: string) => number[]>();
    expectTypeOf<Index['iterate']>().toEqualTypeOf<
      (labels: Labels, namespace?: string) => IterableIterator<number>
    >();
    expectTypeOf<Index['explain']>().toEqualTypeOf<
      (labels: Labels, namespace?: string) => ReverseExplanation<number>
    >();
    expectTypeOf<Index['statistics']>().toEqualTypeOf<() => SelectorIndexStatistics<number>>();
  });

  test('takes label sets of both shapes, read-only ones too', () => {
    expectTypeOf<{ readonly app: string }>().toExtend<Labels>();
    expectTypeOf<ReadonlyMap<string, string>>().toExtend<Labels>();
    expectTypeOf<Map<string, string>>().toExtend<Labels>();
  });
});

describe('labelwise/manifests', () => {
  test('has these values and no others', () => {
    expect(Object.keys(manifests).sort()).toEqual([
      'CLAIM_KINDS',
      'DIFF_RULES',
      'NAMESPACE_NAME_KEY',
      'NODE_NAME_KEY',
      'RELATION_KINDS',
      'RULES',
      'SELECTED_KINDS',
      'addedLabels',
      'answerOf',
      'claimsOf',
      'diffManifests',
      'isNamespace',
      'lintManifests',
      'namespaceOf',
      'objectTitle',
      'podTemplatesOf',
      'readManifests',
      'relationsOf',
      'resourceOf',
      'selectionBy',
      'selectionText',
      'selectsLabels',
      'subjectOf',
    ]);
  });

  test('has these signatures', () => {
    expectTypeOf(manifests.claimsOf).toEqualTypeOf<
      (content: unknown, kinds?: readonly DescribedKind[]) => Claims
    >();
    expectTypeOf(manifests.podTemplatesOf).toEqualTypeOf<
      (content: unknown, kinds?: readonly DescribedKind[]) => readonly PodTemplate[]
    >();
    expectTypeOf(manifests.subjectOf).toEqualTypeOf<(parts: SubjectParts) => Subject>();
    expectTypeOf(manifests.selectsLabels).toEqualTypeOf<
      (selector: Selector, subject: Subject) => 'yes' | 'no' | 'open'
    >();
    expectTypeOf<Claim['selector']>().toEqualTypeOf<Selector>();
  });
});
