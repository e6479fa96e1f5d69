import { inWords } from '../../selector/objects/known-fields.ts';
import { frozenRequirement } from '../../selector/requirement.ts';
import type { ObjectPath } from '../../text/object-path.ts';
import { quote } from '../../text/quote.ts';
import type { FindingParts, LintFix } from '../finding.ts';
import { isImmutable } from '../immutable.ts';
import type { Misreading } from '../misreading.ts';
import { misreadingKind } from '../misreading-kind.ts';
import { type Needless, needlessIn } from '../needless.ts';
import { removeItem } from '../remove-item.ts';
import { requirementText } from '../requirement-text.ts';
import type { Rule } from '../rule.ts';
import type { PlacedClaim } from '../world.ts';
import { writtenSelectors } from '../written-selector.ts';

/** The fix that removes the item of a list that a path leads to, where it stands on lines of its own. */
function removal(
  { object }: Pick<PlacedClaim, 'object'>,
  path: ObjectPath,
  title: string,
): LintFix | undefined {
  const index = path.at(-1);
  const edit = typeof index === 'number' ? removeItem(object, path.slice(0, -1), index) : undefined;
  return edit === undefined ? undefined : { title, isSafe: true, edits: [edit] };
}

function told(placed: PlacedClaim, needless: Needless, isFixed: boolean): FindingParts {
  const { object } = placed;
  const { of, by } = needless;
  const text = requirementText(of.requirement);
  const others = inWords(by.map(({ requirement }) => requirementText(requirement)));
  const related = by.map(({ requirement, path }) => ({
    place: { object, path, part: 'key' as const },
    message: requirementText(requirement),
  }));
  const mend = (what: string) =>
    isFixed ? `${what} when the ${object.kind} is made anew: its selector cannot be changed` : what;
  const place = { object, path: of.path, part: 'key' as const };
  if (needless.kind === 'values') {
    const excluded = needless.values.map((value) => quote(value));
    const kept = requirementText(frozenRequirement(of.requirement.key, 'in', needless.left));
    return {
      place,
      verdict: 'definite',
      message: `${inWords(excluded)} in ${text} can never be selected: ${others} must hold too`,
      mend: mend(`write ${kept}`),
      related,
    };
  }
  const title = `leave out ${text}`;
  const fix = isFixed ? undefined : removal(placed, of.path, title);
  return {
    place,
    verdict: 'definite',
    message: `${text} adds nothing: ${others} ${by.length === 1 ? 'says' : 'say'} it already`,
    mend: mend(title),
    related,
    ...(fix !== undefined && { fix }),
  };
}

/** A value that stands twice in one list. */
function toldRepeat({ object, finding: { path, diagnostic } }: Misreading): FindingParts {
  const fix = removal({ object }, path, 'leave it out');
  return {
    place: { object, path },
    verdict: 'definite',
    message: diagnostic.message,
    mend: 'leave it out',
    ...(fix !== undefined && { fix }),
  };
}

export const redundantRequirement: Rule = {
  id: 'redundant-requirement',
  severity: 'advice',
  isOn: true,
  title: 'A requirement of a selector adds nothing',
  help:
    'The other requirements of the selector say it already, or exclude what it allows. It changes nothing, and whoever reads ' +
    'the selector will think that it does: often another label was meant.',
  bad: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web }
spec:
  minAvailable: 1
  selector:
    matchExpressions:
      - { key: app, operator: In, values: [web, api] }
      - { key: app, operator: Exists }
`,
  good: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web }
spec:
  minAvailable: 1
  selector:
    matchExpressions:
      - { key: app, operator: In, values: [web, api] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 2
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: web }] }
`,
  check(world, report) {
    for (const placed of world.claims) {
      for (const { alternatives } of writtenSelectors(placed)) {
        for (const { requirements } of alternatives) {
          for (const needless of needlessIn(requirements))
            report(told(placed, needless, isImmutable(placed, world.registry)));
        }
      }
    }
    for (const misreading of world.misreadings) {
      if (misreadingKind(misreading.finding) === 'repeated-value') report(toldRepeat(misreading));
    }
  },
};
