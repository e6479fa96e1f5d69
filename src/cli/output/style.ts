/** Marks a text for a terminal; without colour, the text as it is. */
export type Paint = (text: string) => string;

/** What parts of the output look like. */
export interface Style {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly green: Paint;
  readonly yellow: Paint;
  readonly cyan: Paint;
}

/** The environment variables that decide on colour. */
export interface ColourEnvironment {
  readonly NO_COLOR?: string | undefined;
  readonly FORCE_COLOR?: string | undefined;
  readonly TERM?: string | undefined;
}

/**
 * Whether a stream gets colour: never with NO_COLOR set to anything (no-color.org), always with FORCE_COLOR set to
 * anything but 0 or false, and otherwise on a terminal that is not a dumb one.
 */
export function wantsColour(isTerminal: boolean, environment: ColourEnvironment): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = environment;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return isTerminal && TERM !== 'dumb';
}

const plain: Paint = (text) => text;

/** A paint from the numbers of SGR (ECMA-48): what switches it on, and what switches it off. */
function painter(on: number, off: number): Paint {
  return function paint(text) {
    return text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`;
  };
}

const COLOURED: Style = {
  bold: painter(1, 22),
  dim: painter(2, 22),
  red: painter(31, 39),
  green: painter(32, 39),
  yellow: painter(33, 39),
  cyan: painter(36, 39),
};

const PLAIN: Style = { bold: plain, dim: plain, red: plain, green: plain, yellow: plain, cyan: plain };

/** The style with colour or without. */
export function createStyle(hasColour: boolean): Style {
  return hasColour ? COLOURED : PLAIN;
}
