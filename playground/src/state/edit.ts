import { batch } from '@preact/signals';
import { edited, type TextEdit, toggledKey, toggledValue } from '../language/with-requirement.ts';
import { asked, type SelectorText } from './selector.ts';

/** Puts a text in the place of a selector's, with the cursor at its end. */
export function setText({ text, caret }: SelectorText, value: string): void {
  batch(() => {
    caret.value = value.length;
    text.value = value;
  });
}

/** Asks another selector. */
export function setAsked(value: string): void {
  setText(asked, value);
}

function edit(change: TextEdit): void {
  const value = edited(asked.text.peek(), change);
  batch(() => {
    asked.caret.value = change.span.start + change.text.length;
    asked.text.value = value;
  });
}

/** Whether requirements can be put into the text: into one that is wrong, nobody knows where. */
function canEdit(): boolean {
  return asked.reading.peek().ok;
}

/** Makes the selector ask for a value, or exclude it, or takes that back. */
export function toggleValue(key: string, value: string, isWanted: boolean): void {
  if (!canEdit()) return;
  edit(toggledValue(asked.text.peek(), asked.requirements.peek(), key, value, isWanted));
}

/** Makes the selector ask for a key, or takes that back. */
export function toggleKey(key: string): void {
  if (!canEdit()) return;
  edit(toggledKey(asked.text.peek(), asked.requirements.peek(), key));
}
