import type { Relation } from 'labelwise';
import type { JSX } from 'preact';
import type { Parts } from '../engine/protocol.ts';
import { countText } from '../parts/numbers.ts';

/** Where the two circles are: in units of the drawing, which is 320 by 170. */
interface Circles {
  readonly first: { readonly x: number; readonly r: number };
  readonly second: { readonly x: number; readonly r: number };
}

const CIRCLES: Readonly<Record<Relation, Circles>> = {
  equal: { first: { x: 160, r: 66 }, second: { x: 160, r: 66 } },
  implies: { first: { x: 132, r: 46 }, second: { x: 160, r: 80 } },
  implied: { first: { x: 160, r: 80 }, second: { x: 188, r: 46 } },
  overlap: { first: { x: 114, r: 72 }, second: { x: 206, r: 72 } },
  disjoint: { first: { x: 86, r: 60 }, second: { x: 234, r: 60 } },
};

const SPOKEN: Readonly<Record<Relation, string>> = {
  equal: 'One circle: both select the same.',
  implies: 'The circle of the first lies within that of the second.',
  implied: 'The circle of the second lies within that of the first.',
  overlap: 'Two circles that overlap.',
  disjoint: 'Two circles that do not touch.',
};

/** Where the names and numbers of the three parts stand: from left to right. */
const PLACES: Readonly<Record<Relation, { readonly a: number; readonly both: number; readonly b: number }>> =
  {
    equal: { a: 0, both: 160, b: 0 },
    implies: { a: 0, both: 132, b: 213 },
    implied: { a: 107, both: 188, b: 0 },
    overlap: { a: 92, both: 160, b: 228 },
    disjoint: { a: 86, both: 0, b: 234 },
  };

interface PartTextProps {
  readonly x: number;
  readonly name: string;
  readonly count: number | undefined;
}

function PartText({ x, name, count }: PartTextProps): JSX.Element | null {
  // What cannot be has no place in the drawing.
  if (x === 0) return null;
  return (
    <g>
      <text x={x} y="80">
        {name}
      </text>
      <text class="circle-count" x={x} y="101">
        {count === undefined ? '' : countText(count)}
      </text>
    </g>
  );
}

export interface CirclesProps {
  readonly relation: Relation;
  readonly parts: Parts | undefined;
}

/** Two selectors as two circles, as they lie to each other, with the number of objects in each part. */
export function CirclesOf({ relation, parts }: CirclesProps): JSX.Element {
  const { first, second } = CIRCLES[relation];
  const { a, both, b } = PLACES[relation];
  return (
    <svg class="circles" viewBox="0 0 320 170" role="img" aria-label={SPOKEN[relation]}>
      <defs>
        <clipPath id="in-second">
          <circle cx={second.x} cy="85" r={second.r} />
        </clipPath>
        <pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="7" class="hatch-line" />
        </pattern>
      </defs>
      <circle class="circle second" cx={second.x} cy="85" r={second.r} />
      <circle class="circle first" cx={first.x} cy="85" r={first.r} />
      <g clip-path="url(#in-second)">
        <circle class="circle both" cx={first.x} cy="85" r={first.r} />
      </g>
      <circle class="outline second" cx={second.x} cy="85" r={second.r} />
      <circle class="outline first" cx={first.x} cy="85" r={first.r} />
      <PartText x={a} name="A" count={parts?.onlyFirst.count} />
      <PartText x={both} name={relation === 'equal' ? 'A = B' : 'both'} count={parts?.both.count} />
      <PartText x={b} name="B" count={parts?.onlySecond.count} />
    </svg>
  );
}
