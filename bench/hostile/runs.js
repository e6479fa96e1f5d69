/*
 * What is done with a hostile input. Each returns what came of it, in few words.
 */

/** `3 × value-invalid`: the codes of diagnostics, the most frequent first. */
function told(diagnostics) {
  const counts = new Map();
  for (const { code } of diagnostics) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([code, count]) => (count === 1 ? code : `${count} × ${code}`))
    .join(', ');
}

function outcome(result) {
  if (!result.ok) return told(result.diagnostics);
  const requirements = result.selector.alternatives.flat();
  const warnings = result.warnings.length === 0 ? '' : `; warned: ${told(result.warnings)}`;
  return `accepted, ${result.selector.alternatives.length} × ${requirements.length} requirements${warnings}`;
}

/**
 * By name: `prepare` makes of an input what `run` is timed on.
 *
 * @param {typeof import('../../dist/index.js')} labelwise
 */
export function runsOf(labelwise) {
  const { tryParseSelector, parseSelector, fromLabelSelector, tryFromLabelSelector, tryFromNodeSelector } =
    labelwise;
  const { compileSelector, formatSelector, selectorKey, explainMatch, anyOf, allOf, completeSelector } =
    labelwise;
  const { checkLabels, checkLabelKey, checkLabelValue, renderDiagnostic } = labelwise;
  const as = (input) => input;
  const anyOfTexts = (texts) => anyOf(...texts.map((text) => parseSelector(text)));
  const matched = (count) => `${count} of 2 label sets match`;
  const use = {
    compile: (selector) => {
      const matches = compileSelector(selector);
      return matched([{ a: 'v1' }, {}].filter((labels) => matches(labels)).length);
    },
    format: (selector) => `${formatSelector(selector).length} units`,
    selectorKey: (selector) => `${selectorKey(selector).length} units`,
    explain: (selector) =>
      `${explainMatch(selector, { a: 'v1', ka: 'v' }).alternatives.flatMap(({ requirements }) => requirements).length} requirements`,
  };
  const matchesOne = compileSelector(parseSelector('a=b'));
  const single = parseSelector('key=b');
  return {
    tryParse: { prepare: as, run: (text) => outcome(tryParseSelector(text)) },
    useText: {
      prepare: (text) => parseSelector(text),
      run: (selector) =>
        Object.values(use)
          .map((step) => step(selector))
          .join(', '),
    },
    render: {
      prepare: (text) => ({ text, diagnostics: tryParseSelector(text).diagnostics }),
      run: ({ text, diagnostics }) => {
        let units = 0;
        for (const diagnostic of diagnostics) units += renderDiagnostic(text, diagnostic).length;
        return `${diagnostics.length} diagnostics, ${units} units`;
      },
    },
    complete: {
      prepare: as,
      run: (text) => `${completeSelector(text, text.length, { keys: ['app'] }).length} completions`,
    },
    fromLabelSelector: { prepare: as, run: (value) => outcome(tryFromLabelSelector(value)) },
    fromNodeSelector: { prepare: as, run: (value) => outcome(tryFromNodeSelector(value)) },
    ...Object.fromEntries(
      Object.entries(use).map(([name, run]) => [name, { prepare: fromLabelSelector, run }]),
    ),
    ...Object.fromEntries(
      Object.entries(use).map(([name, run]) => [`${name}Alternatives`, { prepare: anyOfTexts, run }]),
    ),
    anyOfAlternatives: {
      prepare: (texts) => texts.map((text) => parseSelector(text)),
      run: (selectors) => `${anyOf(...selectors).alternatives.length} alternatives`,
    },
    allOfAlternatives: {
      prepare: (texts) => texts.map((text) => parseSelector(text)),
      run: (selectors) => `${allOf(...selectors).alternatives.flat().length} requirements`,
    },
    listKeys: { prepare: as, run: (labels) => `${Object.getOwnPropertyNames(labels).length} keys` },
    checkLabels: { prepare: as, run: (labels) => told(checkLabels(labels)) || 'valid' },
    matchLabels: { prepare: as, run: (labels) => `matches: ${matchesOne(labels)}` },
    explainLabels: { prepare: as, run: (labels) => String(explainMatch(single, labels)).split('\n').at(-1) },
    checkKey: { prepare: as, run: (key) => told(checkLabelKey(key)) || 'valid' },
    checkValue: { prepare: as, run: (value) => told(checkLabelValue(value)) || 'valid' },
  };
}
