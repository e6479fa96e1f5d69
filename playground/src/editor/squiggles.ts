import { type Extension, type Range, StateEffect, type StateEffectType, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';

/** A place of a text that something is wrong with; `start` and `end` are the same where something is missing. */
export interface Squiggle {
  readonly start: number;
  readonly end: number;
  readonly look: 'mistake' | 'warning';
  /** Whether it is the one that is being looked at. */
  readonly isFocused: boolean;
}

/** Puts squiggles in the place of those that were there. */
export const setSquiggles: StateEffectType<readonly Squiggle[]> = StateEffect.define<readonly Squiggle[]>();

/** Where something is missing there is nothing to underline: a mark of its own stands there. */
class Gap extends WidgetType {
  readonly #name: string;

  constructor(name: string) {
    super();
    this.#name = name;
  }

  override eq(other: Gap): boolean {
    return other.#name === this.#name;
  }

  override toDOM(): HTMLElement {
    const mark = document.createElement('span');
    mark.className = this.#name;
    mark.setAttribute('aria-hidden', 'true');
    return mark;
  }
}

function decorationOf({ start, end, look, isFocused }: Squiggle): Range<Decoration> {
  const name = `squiggle ${look}${isFocused ? ' is-focused' : ''}`;
  if (start === end) return Decoration.widget({ widget: new Gap(`${name} gap`), side: -1 }).range(start);
  return Decoration.mark({ class: name }).range(start, end);
}

/** Underlines what is wrong. What is typed moves the places along until new ones are set. */
export const squiggles: Extension = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(known, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(setSquiggles)) continue;
      const { length } = transaction.newDoc;
      const fitting = effect.value.filter(({ end }) => end <= length);
      return Decoration.set(fitting.map(decorationOf), true);
    }
    return known.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});
