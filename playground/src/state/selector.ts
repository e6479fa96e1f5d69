import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { EVERYTHING, type ParseResult, type Selector, tryParseSelector } from 'labelwise';
import { walkText } from '../language/language.ts';
import type { Walk } from '../language/walk.ts';
import { type WrittenRequirement, writtenRequirements } from '../language/written-requirements.ts';
import { FIRST_COMPARED, FIRST_SELECTOR } from './defaults.ts';

/** A text that is a selector, or is going to be one, and all that is read of it. */
export interface SelectorText {
  readonly text: Signal<string>;
  /** Where the cursor is, in UTF-16 units. */
  readonly caret: Signal<number>;
  readonly reading: ReadonlySignal<ParseResult>;
  /** The number of the mistake that is being looked at in the list of mistakes. */
  readonly focused: Signal<number | undefined>;
  /** What the text says; while it has mistakes, what it said last without. */
  readonly selector: ReadonlySignal<Selector>;
  readonly walk: ReadonlySignal<Walk>;
  readonly requirements: ReadonlySignal<readonly WrittenRequirement[]>;
}

function selectorText(first: string): SelectorText {
  const text = signal(first);
  const reading = computed(() => tryParseSelector(text.value));
  const walk = computed(() => walkText(text.value));
  const selector = signal<Selector>(EVERYTHING);
  effect(() => {
    if (reading.value.ok) selector.value = reading.value.selector;
  });
  return {
    text,
    caret: signal(first.length),
    reading,
    focused: signal<number | undefined>(undefined),
    selector,
    walk,
    requirements: computed(() => writtenRequirements(walk.value)),
  };
}

/** The selector that is asked. */
export const asked: SelectorText = selectorText(FIRST_SELECTOR);

/** The one that it is compared with. */
export const compared: SelectorText = selectorText(FIRST_COMPARED);
