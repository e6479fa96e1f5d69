import { createHash } from 'node:crypto';
import { FLAW_NAMES, writtenControllers } from './controllers.js';

export const KINDS = ['deployments', 'replicasets', 'statefulsets', 'daemonsets', 'jobs'];

function counted(items) {
  const counts = new Map();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/**
 * What a set of controllers is made of, and what tells it from another set.
 *
 * @param {number} size how many
 */
export function surveyControllers(size) {
  const hash = createHash('sha256');
  const controllers = [...writtenControllers(size)];
  for (const { id, namespace, selector } of controllers)
    hash.update(JSON.stringify({ id, namespace, selector })).update('\n');
  const namespaces = counted(controllers.map(({ namespace }) => namespace));
  const kinds = counted(controllers.map(({ id }) => id.slice(0, id.indexOf('/'))));
  const flaws = counted(controllers.map(({ flaw }) => flaw));
  return {
    sha256: hash.digest('hex'),
    namespaces: namespaces.size,
    mostInOne: Math.max(...namespaces.values()),
    different: new Set(controllers.map(({ namespace, selector }) => `${namespace} ${selector}`)).size,
    expressions: controllers.filter(({ meaning }) =>
      meaning.some(([, test, ...values]) => test !== 'one of' || values.length > 1),
    ).length,
    kinds: Object.fromEntries(KINDS.map((kind) => [kind, kinds.get(kind) ?? 0])),
    flaws: Object.fromEntries(FLAW_NAMES.map((flaw) => [flaw, flaws.get(flaw) ?? 0])),
  };
}
