import { kindOf } from '../text/kind-of.ts';

/** How much a text may ask for before it is refused. Every limit counts what the text says, not what it costs. */
export interface ParseLimits {
  /** UTF-16 units of the text. */
  readonly maxLength: number;
  /** Requirements of the selector. */
  readonly maxRequirements: number;
  /** Values in all the sets of the selector, as written. */
  readonly maxValues: number;
}

/** Options of every function that reads text: its limits. What is left out has its default. */
export interface ParseOptions {
  /** UTF-16 units of the text; 1,048,576 by default. */
  readonly maxLength?: number | undefined;
  /** Requirements of the selector; 10,000 by default. */
  readonly maxRequirements?: number | undefined;
  /** Values in all the sets of the selector, as written; 200,000 by default. */
  readonly maxValues?: number | undefined;
}

/**
 * Far above any selector a person or a controller writes, low enough that the worst text takes about a second.
 */
export const DEFAULT_LIMITS: ParseLimits = Object.freeze({
  maxLength: 1_048_576,
  maxRequirements: 10_000,
  maxValues: 200_000,
});

/** More mistakes than this in one text are not listed one by one. */
export const MAX_DIAGNOSTICS = 1_000;

/**
 * The limits that options ask for.
 * @throws TypeError where one is no whole number of at least 0, or there is none of that name
 */
export function limitsOf(options: ParseOptions | undefined): ParseLimits {
  if (options === undefined) return DEFAULT_LIMITS;
  if (typeof options !== 'object' || options === null) {
    throw new TypeError(`options must be an object, not ${kindOf(options)}`);
  }
  for (const name of Object.keys(options)) {
    if (!Object.hasOwn(DEFAULT_LIMITS, name)) {
      throw new TypeError(`options has no ${name}; the limits are ${Object.keys(DEFAULT_LIMITS).join(', ')}`);
    }
  }
  const limits: { -readonly [Limit in keyof ParseLimits]: number } = { ...DEFAULT_LIMITS };
  for (const name of ['maxLength', 'maxRequirements', 'maxValues'] as const) {
    const asked = options[name];
    if (asked === undefined) continue;
    if (typeof asked !== 'number' || !(asked >= 0) || (asked !== Infinity && !Number.isInteger(asked))) {
      const found = typeof asked === 'number' ? String(asked) : kindOf(asked);
      throw new TypeError(`options.${name} must be a whole number of at least 0, not ${found}`);
    }
    limits[name] = asked;
  }
  return limits;
}
