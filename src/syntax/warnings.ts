import type { Diagnostic } from '../text/diagnostic.ts';
import { quote } from '../text/quote.ts';
import type { Word, WrittenRequirement } from './ast.ts';

/** What may be odd about a requirement that is right: empty and repeated items of its set. O(number of values). */
export function warningsOf({ operator, values }: WrittenRequirement): Diagnostic[] {
  if (operator !== 'in' && operator !== 'notin') return [];
  const warnings: Diagnostic[] = [];
  const seen = new Set<string>();
  let previous: Word | undefined;
  for (const value of values) {
    const next = previous === undefined ? values[1] : undefined;
    const { image, span } = value;
    // Takes the item out together with the comma that parts it from its neighbour.
    const removal =
      previous !== undefined
        ? { start: previous.span.end, end: span.end }
        : next && { start: span.start, end: next.span.start };
    const fixes = removal && [{ title: 'remove it', span: removal, text: '' }];
    if (seen.has(image)) {
      warnings.push({
        code: 'duplicate-value',
        message: `${image === '' ? 'the empty value' : quote(image)} stands in this set already`,
        span,
        ...(fixes && { fixes }),
      });
    } else if (image === '') {
      warnings.push({
        code: 'empty-set-value',
        message: 'an item left out of a set is the empty value ""',
        span,
        ...(fixes && { fixes }),
      });
    }
    seen.add(image);
    previous = value;
  }
  return warnings;
}
