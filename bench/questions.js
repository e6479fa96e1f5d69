import * as algebra from './algebra/question.js';
import * as hostile from './hostile/question.js';
import * as index from './index/question.js';
import * as lint from './lint/question.js';
import * as match from './match/question.js';
import * as membership from './membership/question.js';
import * as parse from './parse/question.js';
import * as selectors from './selectors/question.js';
import * as sql from './sql/question.js';
import * as startup from './startup/question.js';

/**
 * The questions by their names, in the order that the page has them: how each is asked, and what is made of a result. What
 * is measured in the processes that a question starts is in the rounds (round.js).
 *
 * @type {Record<string, { ask: (options: any) => any, tables: (result: any) => Record<string, string>,
 *   plots?: (result: any) => Record<string, string> }>}
 */
export const QUESTIONS = { parse, match, startup, hostile, index, selectors, membership, algebra, sql, lint };

/** How many processes each is measured in, where nobody says otherwise: one where it takes many minutes. */
export const PROCESSES = {
  parse: 5,
  match: 5,
  startup: 21,
  hostile: 1,
  index: 1,
  selectors: 1,
  membership: 3,
  algebra: 3,
  sql: 1,
  lint: 5,
};
