import type { Span } from 'labelwise';
import type { Beginning, Leaf, Production, Productions } from './production.ts';
import type { Token } from './tokenize.ts';

/** How often a walk came by a part of a rule. */
export interface Visit {
  /** How often the part was begun, and how often it was gone through to its end. */
  readonly entered: number;
  readonly completed: number;
  /** Of what may be left out: how often it was. Of what may be repeated: how often there was none. */
  readonly skipped: number;
  /** Of what may be repeated: how many times it was gone through, all in all. */
  readonly rounds: number;
}

/** One use of a rule: where in the text, what it went through, and the rules that it used. */
export interface Frame {
  readonly rule: string;
  /** The number of the part that used it; undefined where the walk began. */
  readonly part: number | undefined;
  readonly span: Span;
  /** By the number of the part. */
  readonly visits: ReadonlyMap<number, Visit>;
  /** The tokens that each leaf has consumed. */
  readonly consumed: ReadonlyMap<number, readonly Token[]>;
  /** The tokens that are no words to it, in order: operators, parentheses, commas. */
  readonly symbols: readonly Token[];
  readonly frames: readonly Frame[];
  readonly isComplete: boolean;
}

/** The way of a text through the rules of the grammar. */
export interface Walk {
  readonly frame: Frame;
  /** Whether the grammar takes the whole text. */
  readonly isComplete: boolean;
  /** The token at which the walk ended; undefined at the end of the text. */
  readonly stop: Token | undefined;
  /** What could consume another token there. */
  readonly expected: readonly Leaf[];
}

interface OpenVisit {
  entered: number;
  completed: number;
  skipped: number;
  rounds: number;
}

interface OpenFrame {
  readonly rule: string;
  readonly part: number | undefined;
  readonly visits: Map<number, OpenVisit>;
  readonly consumed: Map<number, Token[]>;
  readonly symbols: Token[];
  readonly frames: Frame[];
}

const UNVISITED: Visit = Object.freeze({ entered: 0, completed: 0, skipped: 0, rounds: 0 });

/** How often a use of a rule came by a part. */
export function visitOf(visits: ReadonlyMap<number, Visit>, { id }: { readonly id: number }): Visit {
  return visits.get(id) ?? UNVISITED;
}

function takes(leaf: Leaf, token: Token): boolean {
  return leaf.kind === 'word' ? token.type.isWord : leaf.text === token.type.text;
}

function wordFrame(leaf: Extract<Leaf, { readonly kind: 'word' }>, token: Token): Frame {
  return {
    rule: leaf.name,
    part: leaf.id,
    span: token.span,
    visits: new Map(),
    consumed: new Map([[leaf.id, [token]]]),
    symbols: [],
    frames: [],
    isComplete: true,
  };
}

/**
 * Goes through the rules of a grammar as its parser does, by one token of lookahead, which is all that this grammar needs:
 * what may be left out or repeated is gone into where its first token comes next, and of several choices the first one that
 * begins with it is taken.
 */
class Walker {
  readonly #productions: Productions;
  readonly #beginning: (part: Production) => Beginning;
  readonly #tokens: readonly Token[];
  #at = 0;
  #expected: Leaf[] = [];

  constructor(
    productions: Productions,
    beginning: (part: Production) => Beginning,
    tokens: readonly Token[],
  ) {
    this.#productions = productions;
    this.#beginning = beginning;
    this.#tokens = tokens;
  }

  walk(rule: string): Walk {
    const frames: Frame[] = [];
    const isThrough = this.#use(rule, undefined, frames);
    const [frame] = frames;
    if (frame === undefined) throw new Error(`the rule ${rule} was not begun`);
    const stop = this.#tokens[this.#at];
    return { frame, isComplete: isThrough && stop === undefined, stop, expected: this.#expected };
  }

  #use(rule: string, part: number | undefined, into: Frame[]): boolean {
    const body = this.#productions.rules.get(rule);
    if (body === undefined) throw new Error(`the parser has no rule ${rule}`);
    const start = this.#offset();
    const open: OpenFrame = { rule, part, visits: new Map(), consumed: new Map(), symbols: [], frames: [] };
    const isComplete = this.#through(body, open);
    const end = Math.max(start, this.#tokens[this.#at - 1]?.span.end ?? 0);
    into.push({ ...open, span: { start, end }, isComplete });
    return isComplete;
  }

  #offset(): number {
    return this.#tokens[this.#at]?.span.start ?? this.#tokens.at(-1)?.span.end ?? 0;
  }

  /** Whether a part may begin here. What it may begin with is remembered, for telling what could have stood here. */
  #mayBegin(part: Production): boolean {
    const { leaves } = this.#beginning(part);
    this.#expected.push(...leaves);
    const token = this.#tokens[this.#at];
    return token !== undefined && leaves.some((leaf) => takes(leaf, token));
  }

  #through(part: Production, frame: OpenFrame): boolean {
    const visit = frame.visits.get(part.id) ?? { ...UNVISITED };
    frame.visits.set(part.id, visit);
    visit.entered++;
    const isThrough = this.#inside(part, visit, frame);
    if (isThrough) visit.completed++;
    return isThrough;
  }

  #inside(part: Production, visit: OpenVisit, frame: OpenFrame): boolean {
    switch (part.kind) {
      case 'terminal':
      case 'word':
        return this.#consume(part, frame);
      case 'rule':
        return this.#use(part.name, part.id, frame.frames);
      case 'sequence':
        return part.parts.every((one) => this.#through(one, frame));
      case 'choice': {
        const chosen = part.choices.find((one) => this.#mayBegin(one));
        return chosen !== undefined && this.#through(chosen, frame);
      }
      case 'optional':
        if (this.#mayBegin(part.body)) return this.#through(part.body, frame);
        visit.skipped++;
        return true;
      case 'any': {
        let rounds = 0;
        while (this.#mayBegin(part.body)) {
          rounds++;
          visit.rounds++;
          if (!this.#through(part.body, frame)) return false;
        }
        if (rounds === 0) visit.skipped++;
        return true;
      }
    }
  }

  #consume(leaf: Leaf, frame: OpenFrame): boolean {
    const token = this.#tokens[this.#at];
    if (token === undefined || !takes(leaf, token)) {
      this.#expected.push(leaf);
      return false;
    }
    this.#at++;
    this.#expected = [];
    const consumed = frame.consumed.get(leaf.id);
    if (consumed === undefined) frame.consumed.set(leaf.id, [token]);
    else consumed.push(token);
    // A word is a rule of its own, so that the walk has a frame for it.
    if (leaf.kind === 'terminal') frame.symbols.push(token);
    else frame.frames.push(wordFrame(leaf, token));
    return true;
  }
}

/**
 * Follows tokens through the rules of a grammar, up to the end or to the first token that the parser would not take either.
 *
 * @param rule where to begin
 * Complexity: O(tokens).
 */
export function walk(
  productions: Productions,
  beginning: (part: Production) => Beginning,
  tokens: readonly Token[],
  rule: string = productions.first,
): Walk {
  return new Walker(productions, beginning, tokens).walk(rule);
}
