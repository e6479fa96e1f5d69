import type { Selector } from '../selector/selector.ts';
import type { ObjectPath } from '../text/object-path.ts';

/**
 * In which namespaces a claim looks for what it selects. `own`: in that of the object that makes it. `every`: in all
 * of them, and outside. `some`: in those that are named, and in those whose labels a selector selects; `path` is where
 * that selector stands in the object, undefined where there is none. What is in no namespace is never left out.
 */
export type Reach =
  | { readonly kind: 'own' }
  | { readonly kind: 'every' }
  | {
      readonly kind: 'some';
      readonly names: readonly string[];
      readonly selector: Selector;
      readonly path?: ObjectPath;
    };

/** The object's own namespace. */
export const OWN: Reach = Object.freeze({ kind: 'own' });
/** Every namespace, and outside. */
export const EVERY: Reach = Object.freeze({ kind: 'every' });
