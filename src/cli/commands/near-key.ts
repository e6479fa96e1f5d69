import { explainMatch, tryFromRequirements } from '../../index.ts';

/**
 * A test for keys that one which is nowhere may stand for: a slip of the fingers, or the same name under another prefix.
 * They are those that an explanation hints at.
 */
export function nearKeyTest(key: string): (candidate: string) => boolean {
  const asked = tryFromRequirements([{ key, operator: 'exists' }]);
  if (!asked.ok) return () => false;
  const { selector } = asked;
  return function isNear(candidate) {
    const { alternatives } = explainMatch(selector, { [candidate]: '' });
    return alternatives.some(({ requirements }) => requirements.some(({ hint }) => hint !== undefined));
  };
}
