import type { RelationKind } from '../../manifests.ts';

/** A colour on white, and on black. */
export interface Colour {
  readonly light: string;
  readonly dark: string;
}

/** What relations are about. */
export type Family = 'traffic' | 'control' | 'budget' | 'policy' | 'watch' | 'place';

/** The colour of each family: on their ground, all have a contrast of 4.5 to 1 at least. */
export const FAMILIES: { readonly [F in Family]: Colour } = {
  traffic: { light: '#0550ae', dark: '#6cb6ff' },
  control: { light: '#57606a', dark: '#adbac7' },
  budget: { light: '#953800', dark: '#f0883e' },
  policy: { light: '#8250df', dark: '#c297ff' },
  watch: { light: '#0a6e4f', dark: '#57c99a' },
  place: { light: '#7a5c00', dark: '#d4b44a' },
};

const FAMILY_OF: { readonly [R in RelationKind]: Family } = {
  'routes-traffic': 'traffic',
  'forwards-to': 'traffic',
  controls: 'control',
  owns: 'control',
  scales: 'control',
  'budgets-evictions': 'budget',
  'applies-policy': 'policy',
  configures: 'policy',
  'allows-from': 'policy',
  'allows-to': 'policy',
  'accepts-routes': 'policy',
  'accepts-listeners': 'policy',
  admits: 'policy',
  scrapes: 'watch',
  reads: 'watch',
  aggregates: 'watch',
  'attracted-to': 'place',
  'kept-from': 'place',
  'prefers-near': 'place',
  'prefers-away': 'place',
  'spreads-over': 'place',
  'schedules-onto': 'place',
  'prefers-nodes': 'place',
  'reachable-from': 'place',
  binds: 'place',
  mounts: 'place',
};

/** What a relation is about. */
export function familyOf(relation: RelationKind): Family {
  return FAMILY_OF[relation];
}

/** The colour of a relation. */
export function relationColour(relation: RelationKind): Colour {
  return FAMILIES[FAMILY_OF[relation]];
}
