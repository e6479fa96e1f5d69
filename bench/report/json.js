/** A selector in a result: sets of hundreds of values are told by their beginnings. */
export function shortened(selector) {
  return selector.length > 120 ? `${selector.slice(0, 117)}…` : selector;
}

/** Objects that hold no others. A text with brackets in it keeps its object as it was, which does no harm. */
const INNERMOST = /\{\n\s+([^{}[\]]*?)\n\s+\}/g;

/**
 * A result as JSON, with the innermost objects on one line each: a number that changes is one line that does.
 *
 * @param {unknown} result
 */
export function resultText(result) {
  const text = JSON.stringify(result, undefined, 1);
  return `${text.replace(INNERMOST, (_, members) => `{ ${members.replaceAll(/\n\s+/g, ' ')} }`)}\n`;
}
