import { CLAIM_KINDS, type Claim } from '../../../src/manifests/claim.ts';
import { type Claims, claimsOf } from '../../../src/manifests/claims-of.ts';
import type { Reach } from '../../../src/manifests/reach.ts';
import { EVERYTHING, NOTHING } from '../../../src/selector/selector.ts';
import { pathText } from '../../../src/text/object-path.ts';

function reachTold(reach: Reach): string {
  if (reach.kind !== 'some') return reach.kind;
  const { names, selector } = reach;
  const matching =
    selector === NOTHING ? [] : [selector === EVERYTHING ? 'all' : `matching ${String(selector)}`];
  return [...names, ...matching].join('+');
}

/** The print of a selector, with words for those that have none. */
function selectorTold({ selector }: Claim): string {
  return selector === EVERYTHING ? 'everything' : selector === NOTHING ? 'nothing' : String(selector);
}

/** A claim on one line: `controls pods app=web | own | spec.selector`, a `?` behind a path that is not written. */
export function claimTold(claim: Claim): string {
  const of = claim.of.flatMap(({ resources }) => resources).join('+');
  const path = pathText(claim.path) + (claim.isWritten ? '' : '?');
  return `${CLAIM_KINDS[claim.kind]} ${of} ${selectorTold(claim)} | ${reachTold(claim.reach)} | ${path}`;
}

/** The claims of an object, one line each, and after them its findings: `! code path`. */
export function told({ claims, findings }: Claims): string[] {
  return [
    ...claims.map(claimTold),
    ...findings.map(
      ({ severity, path, diagnostic }) =>
        `${severity === 'error' ? '!' : '?'} ${diagnostic.code} ${pathText(path)}`,
    ),
  ];
}

/** What an object claims, one line each. */
export function claims(apiVersion: string, kind: string, content: object): string[] {
  return told(claimsOf({ apiVersion, kind, metadata: { name: 'it' }, ...content }));
}
