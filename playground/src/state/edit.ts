import { batch, computed, type ReadonlySignal } from '@preact/signals';
import { edited, type TextEdit, toggledKey, toggledValue } from '../language/with-requirement.ts';
import { asked, type SelectorText } from './selector.ts';

/** Puts a text in the place of a selector's, with the cursor at its end or where it is wanted. */
export function setText({ text, caret }: SelectorText, value: string, at: number = value.length): void {
  batch(() => {
    caret.value = at;
    text.value = value;
  });
}

/** Asks another selector. */
export function setAsked(value: string): void {
  setText(asked, value);
}

/** Makes an edit of a text, with the cursor behind it. */
export function edit(selector: SelectorText, change: TextEdit): void {
  setText(selector, edited(selector.text.peek(), change), change.span.start + change.text.length);
}

/** Whether requirements can be put into the text: into one that is wrong, nobody knows where. */
export const canEdit: ReadonlySignal<boolean> = computed(() => asked.reading.value.ok);

/** Makes the selector ask for a value, or exclude it, or takes that back. */
export function toggleValue(key: string, value: string, isWanted: boolean): void {
  if (!canEdit.peek()) return;
  edit(asked, toggledValue(asked.text.peek(), asked.requirements.peek(), key, value, isWanted));
}

/** Makes the selector ask for a key, or takes that back. */
export function toggleKey(key: string): void {
  if (!canEdit.peek()) return;
  edit(asked, toggledKey(asked.text.peek(), asked.requirements.peek(), key));
}
