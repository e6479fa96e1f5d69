import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sqlLines } from '../../../src/cli/output/sql-lines.ts';
import { sqlLiteral } from '../../../src/cli/output/sql-literals.ts';
import { sqlTokens } from '../../../src/cli/output/sql-tokens.ts';
import { parseSelector } from '../../../src/index.ts';
import { countSql, SQL_DIALECTS, selectSql, toSql } from '../../../src/sql.ts';

/** Texts that would end a literal, a line or a statement somewhere, or not be seen. */
const HOSTILE = [
  '',
  "'",
  "''",
  '\\',
  "\\'",
  'a\\',
  '\\u0041\\n',
  'a\nb\r\n\t',
  '\u0001\u001b[31m\u007f\u0085',
  '\u200b\u202e\u2028',
  '\u{e0001}😀é',
  "'); DROP TABLE objects; --",
  '$1 ? :p1 {p1:String} "',
];

describe('literals', () => {
  let database: PGlite;
  beforeAll(() => {
    database = new PGlite();
  }, 60_000);
  afterAll(() => database.close());

  test.each(HOSTILE)('%j is itself in PostgreSQL, alone and in a list', async (text) => {
    const literals = `${sqlLiteral(text, 'postgres')}::text AS one, ${sqlLiteral([text, 'b'], 'postgres')}::text[] AS list`;
    for (const conforming of ['on', 'off']) {
      await database.exec(`SET standard_conforming_strings = ${conforming}`);
      const { rows } = await database.query(`SELECT ${literals}`);
      expect(rows).toEqual([{ one: text, list: [text, 'b'] }]);
    }
  });

  test.each([
    ['sqlite', "it's", "'it''s'"],
    ['sqlite', 'a\\', "'a\\'"],
    ['sqlite', 'a\nb', "('a' || char(10) || 'b')"],
    ['sqlite', '\u{e0001}', '(char(917505))'],
    ['sqlite', '', "''"],
    ['clickhouse', "it's \\", "'it\\'s \\\\'"],
    ['clickhouse', 'a\u0085\nb', "'a\\xc2\\x85\\x0ab'"],
    ['clickhouse', '', "''"],
  ] as const)('in %s, %j is written %s', (dialect, text, literal) => {
    expect(sqlLiteral(text, dialect)).toBe(literal);
  });

  test('nothing that cannot be seen is written as it is', () => {
    for (const dialect of SQL_DIALECTS)
      for (const text of HOSTILE)
        expect(sqlLiteral(text, dialect)).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
  });

  test('numbers are numbers, and whole numbers of 64 bits lose nothing', () => {
    expect(sqlLiteral(10, 'postgres')).toBe('10');
    expect(sqlLiteral('-9223372036854775808', 'clickhouse', 'Int64')).toBe("toInt64('-9223372036854775808')");
  });
});

describe('statements over lines', () => {
  const selectors = [
    '',
    'a',
    'a,!a',
    'a=b',
    'a in (b,c),d notin (e,f),!g,h,i>4,i<900,k!=l,!m,n=,o=p',
    `a in (${Array.from({ length: 60 }, (_, i) => `value-${i}`).join()})`,
  ].map((text) => parseSelector(text));
  const layouts = [{}, { table: ['odd "SELECT ( name', "AND ' CASE"], labels: { table: 'WHERE' } }];
  const statements = SQL_DIALECTS.flatMap((dialect) =>
    layouts
      .filter((layout) => dialect !== 'clickhouse' || !('labels' in layout))
      .flatMap((layout) =>
        selectors.flatMap((selector) => [
          {
            dialect,
            text: selectSql(selector, { dialect, layout, namespace: 'n' }, { limit: 1, after: 'x' }).text,
          },
          { dialect, text: countSql(selector, { dialect, layout }).text },
          { dialect, text: toSql(selector, { dialect, layout }).text },
        ]),
      ),
  );
  const bare = (text: string, dialect: (typeof SQL_DIALECTS)[number]): string[] =>
    sqlTokens(text, dialect).map(({ text: token }) => token);

  test('no token is lost, and nothing between quotes is touched', () => {
    for (const { dialect, text } of statements) {
      expect(
        sqlTokens(text, dialect)
          .map((token) => (token.apart ? ' ' : '') + token.text)
          .join(''),
      ).toBe(text);
    }
  });

  test.each([40, 80, 100])('in %d columns nothing but blanks differs, and words stay apart', (columns) => {
    for (const { dialect, text } of statements) {
      for (const isWhole of [true, false]) {
        const lines = sqlLines(sqlTokens(text, dialect), isWhole, columns);
        expect(bare(lines, dialect)).toEqual(bare(text, dialect));
        expect(lines).not.toMatch(/ $/m);
      }
    }
  });

  test('what fits stays on one line, and clauses of a statement have one each', () => {
    const tokens = sqlTokens(
      'SELECT 1 FROM (SELECT 2 FROM t WHERE (a AND b)) WHERE x BETWEEN 1 AND 2',
      'postgres',
    );
    expect(sqlLines(tokens, false, 100)).not.toContain('\n');
    expect(sqlLines(tokens, true, 100).split('\n')).toEqual([
      'SELECT 1',
      'FROM (SELECT 2 FROM t WHERE (a AND b))',
      'WHERE x BETWEEN 1 AND 2',
    ]);
    expect(sqlLines(tokens, true, 20).split('\n')).toEqual([
      'SELECT 1',
      'FROM (',
      '  SELECT 2',
      '  FROM t',
      '  WHERE (a AND b)',
      ')',
      'WHERE x BETWEEN 1 AND 2',
    ]);
  });

  test('the AND of a BETWEEN begins no line, and what a CASE is about stays beside it', () => {
    const text = "(a BETWEEN 1 AND 2 AND CASE left(b) WHEN 'x' THEN c ELSE d END)";
    expect(sqlLines(sqlTokens(text, 'postgres'), false, 30).split('\n')).toEqual([
      '(',
      '  a BETWEEN 1 AND 2',
      '  AND CASE left(b)',
      "    WHEN 'x' THEN c",
      '    ELSE d',
      '  END',
      ')',
    ]);
  });
});
