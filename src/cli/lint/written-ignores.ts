import { type KubernetesObject, type Origin, objectTitle } from '../../manifests.ts';
import {
  IGNORE_ANNOTATION,
  IGNORE_WORD,
  type IgnoreText,
  readIgnoreAnnotation,
  readIgnoreComment,
} from './ignore-text.ts';
import type { Ignore } from './ignores.ts';
import { objectAt } from './object-book.ts';

type Common = Omit<Ignore, 'rule' | 'reason' | 'isInReach'>;

/** An ignore for each rule; one without a rule where none is named. */
function ignoresOf({ rules, reason }: IgnoreText, common: Common): Ignore[] {
  return (rules.length === 0 ? [''] : rules).map((rule) => ({ ...common, rule, reason, isInReach: true }));
}

function commentIgnores(origin: Origin, objects: readonly KubernetesObject[]): Ignore[] {
  return origin.comments(IGNORE_WORD).flatMap(({ text, region, about }) => {
    const said = readIgnoreComment(text);
    if (said === undefined) return [];
    const object = objectAt(objects, region.start);
    const title = object === undefined ? '' : objectTitle(object);
    const { source } = origin;
    return ignoresOf(said, {
      by: 'comment',
      scope: { kind: 'line', source, line: about },
      place: { source, region, object: title, path: '' },
    });
  });
}

function annotationOf({ content: { metadata } }: KubernetesObject): unknown {
  const annotations =
    typeof metadata === 'object' && metadata !== null && 'annotations' in metadata
      ? metadata.annotations
      : undefined;
  if (typeof annotations !== 'object' || annotations === null) return undefined;
  return Object.entries(annotations).find(([key]) => key === IGNORE_ANNOTATION)?.[1];
}

function annotationIgnores(object: KubernetesObject): Ignore[] {
  const value = annotationOf(object);
  if (typeof value !== 'string') return [];
  const { origin } = object;
  const path = [...object.path, 'metadata', 'annotations', IGNORE_ANNOTATION];
  const written = origin.region(path, 'value');
  // Of a text of several lines the name is shown, rather than the sign that begins it.
  const region = written.start.line === written.end.line ? written : origin.region(path, 'key');
  return readIgnoreAnnotation(value).flatMap((said) =>
    ignoresOf(said, {
      by: 'annotation',
      scope: { kind: 'object', object },
      place: {
        source: origin.source,
        region,
        object: objectTitle(object),
        path: `metadata.annotations["${IGNORE_ANNOTATION}"]`,
      },
    }),
  );
}

/**
 * What manifests themselves say is to be ignored, in comments and in annotations.
 *
 * @complexity O(objects), and the length of documents with such comments.
 */
export function writtenIgnores(objects: readonly KubernetesObject[]): readonly Ignore[] {
  const documents = new Map<Origin, KubernetesObject[]>();
  for (const object of objects) {
    const ofDocument = documents.get(object.origin);
    if (ofDocument === undefined) documents.set(object.origin, [object]);
    else ofDocument.push(object);
  }
  return [
    ...[...documents].flatMap(([origin, ofDocument]) => commentIgnores(origin, ofDocument)),
    ...objects.flatMap((object) => annotationIgnores(object)),
  ];
}
