import { pathText } from '../text/object-path.ts';
import type { ObjectPlace, ToldPlace } from './finding.ts';
import { objectTitle } from './object-title.ts';

/** A place as it is told. What finds it in the text is paid for here, and by findings alone. */
export function toldPlace({ object, path, part = 'value' }: ObjectPlace): ToldPlace {
  const { origin } = object;
  return {
    source: origin.source,
    region: origin.region([...object.path, ...path], part),
    object: objectTitle(object),
    path: pathText(path),
  };
}
