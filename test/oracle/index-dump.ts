import { EVERYTHING, type LabelIndex } from '../../src/index.ts';
import { inOrder, type NaiveId } from './naive-index.ts';

/** All that an index says of its content, in one order whatever the order it was made in. */
export interface IndexDump {
  readonly objects: readonly {
    readonly id: NaiveId;
    readonly labels: readonly (readonly [string, string])[];
    readonly namespace: string | undefined;
  }[];
  readonly keys: ReturnType<LabelIndex['keys']>;
  readonly values: readonly ReturnType<LabelIndex['values']>[];
  readonly statistics: Pick<
    ReturnType<LabelIndex['statistics']>,
    'objects' | 'keys' | 'pairs' | 'labelSets' | 'namespaces'
  >;
}

/** Ids in one order, `1` and `'1'` apart. */
export function byId(a: NaiveId, b: NaiveId): number {
  return inOrder(`${typeof a} ${a}`, `${typeof b} ${b}`);
}

/** The content of an index through its public face: two indexes hold the same where their dumps are equal. */
export function dumpOf<Id extends NaiveId>(index: LabelIndex<Id>): IndexDump {
  const objects = index.select(EVERYTHING).map((id) => ({
    id,
    labels: Object.entries(index.labelsOf(id) ?? {}).sort(([a], [b]) => inOrder(a, b)),
    namespace: index.namespaceOf(id),
  }));
  const { objects: size, keys, pairs, labelSets, namespaces } = index.statistics();
  return {
    objects: objects.sort((a, b) => byId(a.id, b.id)),
    keys: index.keys(),
    values: index.keys().map(({ key }) => index.values(key)),
    statistics: { objects: size, keys, pairs, labelSets, namespaces },
  };
}
