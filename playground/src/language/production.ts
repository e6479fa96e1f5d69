import type { Expression } from '../../../scripts/grammar/model.ts';
import type { LanguageData } from './language-data.ts';

/** A part of a rule, with a number of its own by which a walk through it is told. */
export type Production =
  | { readonly kind: 'terminal'; readonly id: number; readonly text: string }
  | { readonly kind: 'word'; readonly id: number; readonly name: string }
  | { readonly kind: 'rule'; readonly id: number; readonly name: string }
  | { readonly kind: 'sequence'; readonly id: number; readonly parts: readonly Production[] }
  | { readonly kind: 'choice'; readonly id: number; readonly choices: readonly Production[] }
  | { readonly kind: 'optional' | 'any'; readonly id: number; readonly body: Production };

/** What consumes a token. */
export type Leaf = Extract<Production, { readonly kind: 'terminal' | 'word' }>;

/** The rules of the parser, each part numbered, by name; the first is where a text begins. */
export interface Productions {
  readonly first: string;
  readonly rules: ReadonlyMap<string, Production>;
}

/** Numbers the parts of all rules. */
export function productionsOf({ rules, words }: Pick<LanguageData, 'rules' | 'words'>): Productions {
  let next = 0;
  const numbered = (expression: Expression): Production => {
    const id = next++;
    switch (expression.kind) {
      case 'terminal':
        return { kind: 'terminal', id, text: expression.text };
      case 'rule':
        return { kind: words.includes(expression.name) ? 'word' : 'rule', id, name: expression.name };
      case 'sequence':
        return { kind: 'sequence', id, parts: expression.parts.map(numbered) };
      case 'choice':
        return { kind: 'choice', id, choices: expression.choices.map(numbered) };
      case 'optional':
      case 'any':
        return { kind: expression.kind, id, body: numbered(expression.body) };
      default:
        throw new Error(`the parser has a ${expression.kind}, which the page does not follow; teach it here`);
    }
  };
  const first = rules[0]?.name;
  if (first === undefined) throw new Error('the parser has no rules');
  return { first, rules: new Map(rules.map(({ name, body }) => [name, numbered(body)])) };
}

/** The leaves that may consume the first token of a part, and whether it may consume none. */
export interface Beginning {
  readonly leaves: readonly Leaf[];
  readonly isOptional: boolean;
}

/** What parts of rules may begin with; each is worked out once. */
export function beginningsOf({ rules }: Productions): (part: Production) => Beginning {
  const known = new Map<number, Beginning>();
  const find = (part: Production): Beginning => {
    switch (part.kind) {
      case 'terminal':
      case 'word':
        return { leaves: [part], isOptional: false };
      case 'rule': {
        const body = rules.get(part.name);
        if (body === undefined) throw new Error(`the parser has no rule ${part.name}`);
        return beginning(body);
      }
      case 'choice': {
        const all = part.choices.map(beginning);
        return {
          leaves: all.flatMap(({ leaves }) => leaves),
          isOptional: all.some(({ isOptional }) => isOptional),
        };
      }
      case 'sequence': {
        const leaves: Leaf[] = [];
        for (const one of part.parts) {
          const own = beginning(one);
          leaves.push(...own.leaves);
          if (!own.isOptional) return { leaves, isOptional: false };
        }
        return { leaves, isOptional: true };
      }
      default:
        return { leaves: beginning(part.body).leaves, isOptional: true };
    }
  };
  function beginning(part: Production): Beginning {
    const found = known.get(part.id) ?? find(part);
    known.set(part.id, found);
    return found;
  }
  return beginning;
}
