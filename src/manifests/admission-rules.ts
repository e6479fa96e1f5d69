import type { Finding } from './finding.ts';
import { memberOf, type Place, placesOf } from './places.ts';
import type { AdmissionRules } from './row.ts';
import { EVERY_KIND, type Target } from './target.ts';

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/**
 * The objects that a rule is about: `pods` and `*` are, and `*` with all its subresources; `pods/exec` is a request about
 * an object, and no object.
 */
function targetOfRule(rule: Place['value']): Target {
  const resources = textsOf(memberOf(rule, 'resources'))
    .map((name) => (name === '*/*' ? '*' : name))
    .filter((name) => !name.includes('/'));
  const groups = textsOf(memberOf(rule, 'apiGroups'));
  const scope = memberOf(rule, 'scope');
  return scope === 'Namespaced' || scope === 'Cluster' ? { groups, resources, scope } : { groups, resources };
}

function targetsAt(place: Place, field: string, findings: Finding[]): readonly Target[] {
  return placesOf(place, `${field}[]`, findings)
    .map((rule) => targetOfRule(rule.value))
    .filter(({ resources }) => resources.length > 0);
}

/** Which kinds of objects a webhook or an admission policy is asked about, and which of these are left out. */
export function readAdmissionRules(
  place: Place,
  rules: AdmissionRules,
  findings: Finding[],
): { readonly of: readonly Target[]; readonly except: readonly Target[] } {
  const written = memberOf(place.value, rules.rules);
  const isMissing = written === undefined || (Array.isArray(written) && written.length === 0);
  const isEvery = isMissing && rules.absent === 'everything';
  return {
    of: isEvery ? [EVERY_KIND] : targetsAt(place, rules.rules, findings),
    except: rules.except === undefined ? [] : targetsAt(place, rules.except, findings),
  };
}
