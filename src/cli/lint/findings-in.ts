import { type LintFinding, lintManifests } from '../../manifests.ts';
import { allOf, type Inputs } from './inputs.ts';
import type { JudgeSettings } from './judge.ts';
import { withoutIgnoreRules } from './rule-list.ts';

/** What the rules find in inputs. */
export function findingsIn(inputs: Inputs, { config, namespace }: JudgeSettings): readonly LintFinding[] {
  const { objects, problems } = allOf(inputs);
  const { kinds } = config;
  return lintManifests(objects, { problems, namespace, kinds, rules: withoutIgnoreRules(config.rules) });
}
