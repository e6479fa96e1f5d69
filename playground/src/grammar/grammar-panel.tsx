import { computed, signal } from '@preact/signals';
import type { JSX } from 'preact';
import ebnf from '../../../grammar/selector.ebnf?raw';
import { productions } from '../language/language.ts';
import type { Leaf } from '../language/production.ts';
import type { Walk } from '../language/walk.ts';
import type { WrittenRequirement } from '../language/written-requirements.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { Segmented } from '../parts/segmented.tsx';
import { asked } from '../state/selector.ts';
import { Diagram } from './diagram.tsx';
import { passageOf, usesOf } from './passage.ts';

/** The number of the requirement that somebody has chosen to follow, and the text and its cursor as they were then. */
const pinned = signal<{ readonly number: number; readonly text: string; readonly caret: number } | undefined>(
  undefined,
);

/** More than so many requirements have no buttons of their own; the cursor still chooses. */
const MOST_BUTTONS = 12;

/** The number of the requirement that the cursor is in, or the last one before it. */
const atCursor = computed(() => {
  const list = asked.requirements.value;
  const at = list.findLastIndex(({ span }) => span.start <= asked.caret.value);
  return Math.max(0, at);
});

/** The number of the requirement that is followed: the one at the cursor, or one that was chosen since it was moved. */
const followed = computed(() => {
  const chosen = pinned.value;
  const isChosen = chosen?.text === asked.text.value && chosen.caret === asked.caret.value;
  return isChosen ? chosen.number : atCursor.value;
});

function nameOf(leaf: Leaf): string {
  return leaf.kind === 'word' ? `a ${leaf.name}` : `“${leaf.text}”`;
}

/** Several things as a list in words. */
function listed(names: readonly string[]): string {
  const unique = [...new Set(names)];
  return unique.length < 2 ? (unique[0] ?? '') : `${unique.slice(0, -1).join(', ')} or ${unique.at(-1)}`;
}

/** How the walk ended, in words. */
function endText({ isComplete, stop, expected }: Walk): string {
  const names = listed(expected.map(nameOf));
  if (stop !== undefined) {
    const wanted = names === '' ? 'nothing can follow' : `${names} could stand`;
    return `The way ends at “${stop.text}”, where ${wanted}.`;
  }
  if (!isComplete) return `The text ends too early: ${names} must follow.`;
  return names === '' ? 'The text is whole.' : `The text is whole. ${names} may follow.`;
}

/** The rules below that of the whole text. */
const DETAILS = [...productions.rules.keys()].filter((rule) => rule !== productions.first);

function Requirements({ list }: { readonly list: readonly WrittenRequirement[] }): JSX.Element | null {
  const text = asked.text.value;
  if (list.length < 2 || list.length > MOST_BUTTONS) return null;
  return (
    <Segmented
      legend="Which requirement to follow"
      value={String(followed.value)}
      options={list.map(({ span }, index) => ({
        value: String(index),
        label: <code>{text.slice(span.start, span.end)}</code>,
      }))}
      onChange={(value) => {
        pinned.value = { number: Number(value), text, caret: asked.caret.peek() };
      }}
    />
  );
}

function Rule({
  rule,
  index,
}: {
  readonly rule: string;
  readonly index: number | undefined;
}): JSX.Element | null {
  const production = productions.rules.get(rule);
  const walk = asked.walk.value;
  const list = asked.requirements.value;
  const frame = index === undefined ? walk.frame : list[index]?.frame;
  if (production === undefined) return null;
  const uses = frame === undefined ? [] : usesOf(frame, rule);
  const isAtEnd = index === undefined || index === list.length - 1 || list.length === 0;
  const passage = passageOf(walk, uses, asked.text.value, isAtEnd);
  const texts = [...passage.texts.values()].flat().join(', ');
  const way =
    uses.length === 0 ? 'not gone through' : texts === '' ? 'gone through' : `gone through with ${texts}`;
  return (
    <div class="rule">
      <h4>{rule}</h4>
      <div class="diagram-frame">
        <Diagram name={rule} production={production} passage={passage} label={`The rule ${rule}: ${way}`} />
      </div>
    </div>
  );
}

/** The grammar as railroads, with the way of the text through it. */
export function GrammarPanel(): JSX.Element {
  const list = asked.requirements.value;
  return (
    <section class="panel" aria-labelledby="grammar-title">
      <header class="panel-head">
        <div>
          <h3 id="grammar-title">The way through the grammar</h3>
          <p class="lead">
            Drawn from the rules of the parser itself. The line that the text takes is thick; the rules below
            follow the requirement at the cursor.
          </p>
        </div>
      </header>
      <Rule rule={productions.first} index={undefined} />
      <p class="walk-end" aria-live="polite">
        {endText(asked.walk.value)}
      </p>
      <Requirements list={list} />
      <div class="rules">
        {DETAILS.map((rule) => (
          <Rule key={rule} rule={rule} index={followed.value} />
        ))}
      </div>
      <details class="ebnf">
        <summary>All rules as text, those of keys and values included</summary>
        <CopyButton text={ebnf} what="the rules" />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
        <pre tabIndex={0}>{ebnf}</pre>
      </details>
    </section>
  );
}
