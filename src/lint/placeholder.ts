import { hasPlaceholder } from '../manifests/placeholder.ts';
import { quote } from '../text/quote.ts';

/**
 * Why a text may be another one when it is applied, such as a label that is not valid yet, as a sentence; undefined where
 * nothing speaks for it.
 */
export function placeholderDoubt(text: string): string | undefined {
  return hasPlaceholder(text)
    ? `${quote(text)} looks as if something were filled in before it is applied; lint what comes out of that`
    : undefined;
}

/** Why labels may be others when they are applied, by the first key or value for which something speaks. */
export function placeholderLabelDoubt(labels: Iterable<readonly [string, string]>): string | undefined {
  for (const entry of labels) {
    for (const text of entry) {
      const doubt = placeholderDoubt(text);
      if (doubt !== undefined) return doubt;
    }
  }
  return undefined;
}
