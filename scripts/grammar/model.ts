/** What a rule of a grammar says, whatever it is going to be printed as. */
export type Expression =
  | { readonly kind: 'terminal'; readonly text: string }
  | { readonly kind: 'characters'; readonly characters: string }
  | { readonly kind: 'rule'; readonly name: string }
  | { readonly kind: 'sequence'; readonly parts: readonly Expression[] }
  | { readonly kind: 'choice'; readonly choices: readonly Expression[] }
  | { readonly kind: 'optional' | 'any' | 'some'; readonly body: Expression };

export interface Rule {
  readonly name: string;
  readonly body: Expression;
  /** What the rule cannot say of itself, as part of a sentence. */
  readonly remark?: string;
}

/** A text that stands for itself. */
export function terminal(text: string): Expression {
  return { kind: 'terminal', text };
}

/** Any one of some characters. */
export function oneOf(characters: string): Expression {
  return { kind: 'characters', characters };
}

export function rule(name: string): Expression {
  return { kind: 'rule', name };
}

/** One expression after the other; a single one is itself. */
export function sequence(...parts: readonly Expression[]): Expression {
  const [only, ...others] = parts;
  return only !== undefined && others.length === 0 ? only : { kind: 'sequence', parts };
}

/** One of several expressions; a single one is itself. */
export function choice(...choices: readonly Expression[]): Expression {
  const [only, ...others] = choices;
  return only !== undefined && others.length === 0 ? only : { kind: 'choice', choices };
}

/** An expression or nothing. */
export function optional(body: Expression): Expression {
  return { kind: 'optional', body };
}

/** An expression any number of times, or not at all. */
export function any(body: Expression): Expression {
  return { kind: 'any', body };
}

/** An expression once or more. */
export function some(body: Expression): Expression {
  return { kind: 'some', body };
}

/** Whether two expressions are the same. */
export function equal(a: Expression, b: Expression): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
