import { SELECTORS, WRONG_TEXTS } from '../corpus/selectors.js';
import { timeByTurns } from '../measure/batches.js';

const PLAN = { warmUp: 60, batch: 2, batches: 15 };

/** A loop over one text. Every requirement of every result is counted. */
function parsing(parseSelector, text) {
  return (calls) => {
    let requirements = 0;
    for (let i = 0; i < calls; i++) requirements += parseSelector(text).alternatives[0].length;
    return requirements;
  };
}

function tryParsing(tryParseSelector, text) {
  return (calls) => {
    let requirements = 0;
    for (let i = 0; i < calls; i++) {
      const result = tryParseSelector(text);
      if (result.ok) requirements += result.selector.alternatives[0].length;
    }
    return requirements;
  };
}

/** A loop over all texts in turn: no branch of the parser can be learnt by heart. One call is one text. */
function parsingInTurn(parseSelector, texts) {
  let next = 0;
  return (calls) => {
    let requirements = 0;
    for (let i = 0; i < calls; i++) {
      requirements += parseSelector(texts[next]).alternatives[0].length;
      next = next + 1 === texts.length ? 0 : next + 1;
    }
    return requirements;
  };
}

function failing(tryParseSelector, text) {
  return (calls) => {
    let diagnostics = 0;
    for (let i = 0; i < calls; i++) diagnostics += tryParseSelector(text).diagnostics.length;
    return diagnostics;
  };
}

/** @returns for each text, ns per call of each batch; `codes` are those of the wrong texts */
export async function round(entry) {
  const { parseSelector, tryParseSelector } = await import(entry);
  const texts = SELECTORS.map(([text]) => text);
  for (const [text, meaning] of SELECTORS) {
    const read = parseSelector(text).alternatives[0].length;
    if (read !== meaning.length)
      throw new Error(`${text}: ${read} requirements were read, there are ${meaning.length}`);
  }
  const codes = WRONG_TEXTS.map((text) => {
    const result = tryParseSelector(text);
    if (result.ok) throw new Error(`${text}: accepted, though there is a mistake in it`);
    return result.diagnostics.map(({ code }) => code);
  });
  const times = timeByTurns(
    [
      ...texts.map((text) => parsing(parseSelector, text)),
      ...texts.map((text) => tryParsing(tryParseSelector, text)),
      parsingInTurn(parseSelector, texts),
    ],
    PLAN,
  );
  // After the texts that are right: these run other code, which must not colour the measurement of the quick reader.
  const wrong = timeByTurns(
    WRONG_TEXTS.map((text) => failing(tryParseSelector, text)),
    PLAN,
  );
  return {
    parse: times.slice(0, texts.length),
    tryParse: times.slice(texts.length, -1),
    inTurn: times.at(-1),
    wrong,
    codes,
  };
}
