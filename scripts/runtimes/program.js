/*
 * What a user does first, with an installed package: a selector from text, a wrong one, an index that is large enough for the
 * kernel of WebAssembly, manifests, SQL. Throws where something is not as in every other runtime. Run by check-runtimes.js.
 */
import { compileSelector, LabelIndex, Membership, parseSelector, tryParseSelector } from 'labelwise';
import { lintManifests, readManifests } from 'labelwise/manifests';
import { toSql } from 'labelwise/sql';

const OBJECTS = 120_000;

/** @param {unknown} found @param {unknown} expected */
function same(found, expected) {
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${a} instead of ${b}`);
}

const selector = parseSelector('app in (web, api), tier!=cache');
const matches = compileSelector(selector);
same([matches({ app: 'web' }), matches(new Map([['app', 'db']]))], [true, false]);

// The grammar, which Node loads late.
const wrong = tryParseSelector('app in web,');
same(wrong.ok || wrong.diagnostics.map(({ code, span }) => [code, span]), [
  ['missing-set', { start: 7, end: 10 }],
  ['missing-requirement', { start: 10, end: 11 }],
]);

const apps = ['web', 'api', 'db'];
const index = new LabelIndex();
index.load(
  Array.from({ length: OBJECTS }, (_, i) => [
    `pod-${i}`,
    { app: apps[i % 3], tier: i % 2 ? 'cache' : 'front', pod: `${i}` },
    'shop',
  ]),
);
same(index.count(selector), OBJECTS / 3);
same(index.select(parseSelector('pod>119997,app')), ['pod-119998', 'pod-119999']);
same(LabelIndex.restore(index.snapshot()).count(selector), index.count(selector));

const membership = new Membership();
membership.setSelector('web', parseSelector('app=web'));
membership.setObject('web-0', { app: 'web' });
same(membership.objectsOf('web'), ['web-0']);

const text = `apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: [web] } }
`;
const { objects, problems } = await readManifests(text, 'web.yaml');
same(
  lintManifests(objects, { problems }).map(({ rule, region }) => [rule, region.start.line]),
  [['invalid-selector', 4]],
);

same(toSql(parseSelector('app=web'), { dialect: 'postgres' }).values, ['{"app":"web"}']);
console.log('as everywhere');
