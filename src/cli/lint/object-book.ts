import { type KubernetesObject, objectTitle, type Position, type ToldPlace } from '../../manifests.ts';

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.column <= b.column);
}

/** The last of some objects of one input that begins at a place or before it; the first, where none does. */
function lastBefore(objects: readonly KubernetesObject[], place: Position): KubernetesObject | undefined {
  if (objects.length <= 1) return objects[0];
  const before = objects.findLast(({ origin, path }) => isBefore(origin.locate(path).position, place));
  return before ?? objects[0];
}

function push(
  lists: Map<string, KubernetesObject[]>,
  key: string,
  object: KubernetesObject,
): Map<string, KubernetesObject[]> {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [object]);
  else list.push(object);
  return lists;
}

/** Finds the objects that findings are about. */
export class ObjectBook {
  /** By input and title: variants of one object share both. */
  readonly #byTitle = new Map<string, KubernetesObject[]>();

  /** O(objects). */
  constructor(objects: readonly KubernetesObject[]) {
    for (const object of objects) {
      push(this.#byTitle, `${object.origin.source}\n${objectTitle(object)}`, object);
    }
  }

  /** The object that a place is in; undefined where that is none that was read. */
  objectOf({ source, object, region }: ToldPlace): KubernetesObject | undefined {
    return lastBefore(this.#byTitle.get(`${source}\n${object}`) ?? [], region.start);
  }
}

/** The object of one document, of those it holds, that a place of it is in. */
export function objectAt(
  ofDocument: readonly KubernetesObject[],
  place: Position,
): KubernetesObject | undefined {
  return lastBefore(ofDocument, place);
}
