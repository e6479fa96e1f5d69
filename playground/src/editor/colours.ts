import { type Extension, RangeSetBuilder, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import { tokenize, walkRequirement } from '../language/language.ts';
import { type Role, rolesOf } from '../language/roles.ts';

/** Longer texts have no colours: nobody reads them, and every key typed would cost. */
const LONGEST = 20_000;

const MARKS: Readonly<Record<Role, Decoration>> = {
  key: Decoration.mark({ class: 'is-key' }),
  operator: Decoration.mark({ class: 'is-operator' }),
  value: Decoration.mark({ class: 'is-value' }),
  punctuation: Decoration.mark({ class: 'is-punctuation' }),
  unknown: Decoration.mark({ class: 'is-unknown' }),
};

function coloursOf(text: Text): DecorationSet {
  if (text.length > LONGEST) return Decoration.none;
  const builder = new RangeSetBuilder<Decoration>();
  for (const { span, role } of rolesOf(tokenize(text.toString()), walkRequirement)) {
    builder.add(span.start, span.end, MARKS[role]);
  }
  return builder.finish();
}

/** Colours the parts of a selector by what they are, as the grammar has it. */
export const colours: Extension = StateField.define<DecorationSet>({
  create: ({ doc }) => coloursOf(doc),
  update: (known, { docChanged, newDoc }) => (docChanged ? coloursOf(newDoc) : known),
  provide: (field) => EditorView.decorations.from(field),
});
