import { duration } from '../report/duration.js';
import { code, figure, table } from '../report/table.js';
import { aims, doubleLoop, hardAnswers, isTooLong } from './aims.js';

const number = (value) => value.toLocaleString('en');
const spread = ({ low, high }) => `${duration(low)}–${duration(high)}`;

function meansTable(means) {
  return table(
    [
      'question',
      'asked before: mean',
      'slowest pair',
      'all in turn',
      'p10–p90',
      'fresh: mean',
      'slowest pair',
      'all in turn',
      'p10–p90',
    ],
    means.map(({ verb, ...states }) => [
      verb,
      ...[states.kept, states.fresh].flatMap(({ mean, most, inTurn }) => [
        duration(mean),
        duration(most),
        duration(inTurn.median),
        spread(inTurn),
      ]),
    ]),
  );
}

const SHOWN = ['findOverlap', 'implies', 'compareSelectors', 'simplify'];

function pairsTable(rows) {
  return table(
    ['selector', 'and', 'are', ...SHOWN.flatMap((verb) => [`${verb} ns`, 'fresh'])],
    rows.map(({ a, b, relation, verbs }) => [
      code(a),
      code(b),
      relation,
      ...SHOWN.flatMap((verb) => [figure(verbs[verb].kept.median), figure(verbs[verb].fresh.median)]),
    ]),
  );
}

function loopCell(overlaps, result) {
  const loop = doubleLoop(overlaps, result);
  if (loop === undefined) return '';
  return loop.extrapolated ? `about ${duration(loop.ns)}` : String(duration(loop.ns));
}

function overlapsTable(overlaps) {
  return table(
    [
      'controllers',
      'namespaces',
      'pairs',
      'at first',
      'then',
      'p10–p90',
      'selectors asked before',
      'witnesses read',
      'pairs a second',
      'each against each',
    ],
    overlaps.map((result) => {
      const { size, namespaced, pairs, first, enumerated, kept, witnessed } = result;
      return [
        size,
        namespaced ? 'told' : 'none',
        pairs,
        duration(first),
        duration(enumerated.median),
        spread(enumerated),
        duration(kept.median),
        duration(witnessed?.median),
        number(Math.round((1e9 * pairs) / enumerated.median)),
        loopCell(overlaps, result),
      ];
    }),
  );
}

function controllersTable(corpora) {
  const [{ kinds, flaws }] = corpora;
  return table(
    [
      'controllers',
      'namespaces',
      'most in one',
      'different',
      'with expressions',
      ...Object.keys(kinds),
      ...Object.keys(flaws),
    ],
    corpora.map((corpus) => [
      corpus.size,
      corpus.namespaces,
      corpus.mostInOne,
      corpus.different,
      corpus.expressions,
      ...Object.values(corpus.kinds),
      ...Object.values(corpus.flaws),
    ]),
  );
}

/** ms, and what came of it where the question is refused or takes too long. */
function answerCell({ ms, refused, late }) {
  if (late) return '**not done**';
  const shown = isTooLong({ ms }) ? `**${figure(ms)}**` : String(figure(ms));
  return refused ? `${shown} refused` : shown;
}

function hardTable(hard) {
  const verbs = hard[0].answers.map(({ verb }) => verb);
  return table(
    ['selectors', 'are', ...verbs.map((verb) => `${verb} ms`), 'simplified'],
    hard.map(({ name, relation, answers }) => [
      name,
      relation ?? '',
      ...answers.map(answerCell),
      answers.find(({ verb, refused }) => verb === 'simplify' && !refused)?.outcome ?? '',
    ]),
  );
}

function crowdsTable(crowds) {
  return table(
    ['selectors', 'number', 'pairs', 'ms', 'ns a pair'],
    crowds.map(({ name, size, pairs, ms, late }) => [
      code(name),
      size,
      pairs,
      late ? '**not done**' : String(figure(ms)),
      ms === undefined || pairs === 0 ? undefined : figure((ms * 1e6) / pairs),
    ]),
  );
}

const told = ({ verb, name, ms }) => `${verb}, ${name}${ms === undefined ? '' : ` (${figure(ms)} ms)`}`;

/** What some answers are of, each pair once with its questions. */
function toldByPair(answers) {
  const verbs = new Map();
  for (const { name, verb } of answers) verbs.set(name, [...(verbs.get(name) ?? []), verb]);
  return Array.from(verbs, ([name, asked]) => `${name} (${asked.join(', ')})`);
}

function hardSummary(result) {
  const answers = hardAnswers(result);
  const slow = answers.filter(isTooLong);
  const refused = answers.filter((answer) => answer.refused);
  const list = (texts) => (texts.length === 0 ? '' : `: ${texts.join('; ')}`);
  return [
    `Of ${answers.length} questions ${slow.length} take longer than a second${list(slow.map(told))}.`,
    `${refused.length} are refused${list(toldByPair(refused))}.`,
  ].join('\n\n');
}

/** The results as tables in Markdown. */
export function tables(result) {
  const { pairs, overlaps, corpora, hard, crowds } = result;
  return {
    aims: aims(result),
    means: meansTable(pairs.means),
    pairs: pairsTable(pairs.rows),
    overlaps: overlapsTable(overlaps),
    controllers: controllersTable(corpora),
    'hard-summary': hardSummary(result),
    hard: hardTable(hard),
    crowds: crowdsTable(crowds),
  };
}
