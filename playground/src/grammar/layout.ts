import type { Production } from '../language/production.ts';
import { visitOf } from '../language/walk.ts';
import {
  BOX_HEIGHT,
  type Box,
  CURVE,
  GAP,
  line,
  type Part,
  type Piece,
  type Point,
  ROW_GAP,
  step,
  turn,
  type Visits,
  WORD_ROOM,
  wasCompleted,
  wasEntered,
} from './tracks.ts';

/** The width of a character in boxes, in pixels, at 13 pixels of a font whose characters are 0.6 wide. */
const CHARACTER = 7.8;

/** Parts that are the same, so that one drawing stands for both: the numbers of the second by those of the first. */
type Twins = ReadonlyMap<number, number>;

const NO_TWINS: Twins = new Map();

function idsOf(id: number, twins: Twins): readonly number[] {
  const twin = twins.get(id);
  return twin === undefined ? [id] : [id, twin];
}

function boxPart(look: Box['look'], text: string, ids: readonly number[]): Part {
  const width = Math.ceil(text.length * CHARACTER) + 24;
  const down = BOX_HEIGHT / 2 + (look === 'terminal' ? 0 : WORD_ROOM);
  return {
    width,
    up: BOX_HEIGHT / 2,
    down,
    draw: ({ x, y }) => [{ kind: 'box', look, text, x, y, width, ids }],
  };
}

function row(parts: readonly { readonly part: Part; readonly ids: readonly number[] }[]): Part {
  const width = parts.reduce((sum, { part }) => sum + part.width, 0) + GAP * (parts.length - 1);
  return {
    width,
    up: Math.max(...parts.map(({ part }) => part.up)),
    down: Math.max(...parts.map(({ part }) => part.down)),
    draw({ x, y }) {
      const pieces: Piece[] = [];
      let at = x;
      for (const [index, { part, ids }] of parts.entries()) {
        pieces.push(...part.draw({ x: at, y }));
        at += part.width;
        if (index < parts.length - 1) pieces.push(line({ x: at, y }, GAP, wasCompleted(...ids)));
        at += GAP;
      }
      return pieces;
    },
  };
}

/** Rows below each other, the first on the line: whichever is taken, the line leads to it and back. */
function stacked(rows: readonly { readonly part: Part; readonly ids: readonly number[] }[]): Part {
  const inner = Math.max(...rows.map(({ part }) => part.width));
  const drops = [0];
  let down = rows[0]?.part.down ?? 0;
  for (const { part } of rows.slice(1)) {
    drops.push(down + ROW_GAP + part.up);
    down += ROW_GAP + part.up + part.down;
  }
  return {
    width: inner + 4 * CURVE,
    up: rows[0]?.part.up ?? 0,
    down,
    draw: ({ x, y }) =>
      rows.flatMap(({ part, ids }, index) => {
        const drop = drops[index] ?? 0;
        const start: Point = { x: x + 2 * CURVE, y: y + drop };
        const end = start.x + part.width;
        return [
          step({ x, y }, drop, wasEntered(...ids)),
          ...part.draw(start),
          line({ x: end, y: start.y }, inner - part.width, wasCompleted(...ids)),
          step({ x: x + 2 * CURVE + inner, y: start.y }, -drop, wasCompleted(...ids)),
        ];
      }),
  };
}

/** What may be left out: on the line, with a way above it. */
function skippable(part: Part, ids: readonly number[], bodyIds: readonly number[]): Part {
  const height = Math.max(part.up, CURVE) + ROW_GAP;
  const isSkipped = (visits: Visits): boolean => ids.some((id) => visitOf(visits, { id }).skipped > 0);
  return {
    width: part.width + 4 * CURVE,
    up: height,
    down: part.down,
    draw({ x, y }) {
      const end = x + part.width + 2 * CURVE;
      return [
        step({ x, y }, -height, isSkipped),
        line({ x: x + 2 * CURVE, y: y - height }, part.width, isSkipped),
        step({ x: end, y: y - height }, height, isSkipped),
        line({ x, y }, 2 * CURVE, wasEntered(...bodyIds)),
        ...part.draw({ x: x + 2 * CURVE, y }),
        line({ x: end, y }, 2 * CURVE, wasCompleted(...bodyIds)),
      ];
    },
  };
}

interface LoopParts {
  /** What is repeated, on the line. */
  readonly body: Part;
  readonly bodyIds: readonly number[];
  /** What stands between, on the way back. */
  readonly between: Part | undefined;
  readonly betweenIds: readonly number[];
  /** Whether a walk went around. */
  readonly isRepeated: (visits: Visits) => boolean;
}

/** What is gone through once or more, with a way back below it. */
function loop({ body, bodyIds, between, betweenIds, isRepeated }: LoopParts): Part {
  const inner = Math.max(body.width, between?.width ?? 0);
  const drop = Math.max(body.down + ROW_GAP + (between?.up ?? 0), 2 * CURVE);
  const betweenWidth = between?.width ?? 0;
  const isBack = between === undefined ? isRepeated : wasCompleted(...betweenIds);
  const isInto = between === undefined ? isRepeated : wasEntered(...betweenIds);
  return {
    width: inner + 2 * CURVE,
    up: body.up,
    down: drop + (between?.down ?? 0),
    draw({ x, y }) {
      const start = x + CURVE;
      const end = start + inner;
      const lead = (inner - body.width) / 2;
      const lower = y + drop;
      const slack = (inner - betweenWidth) / 2;
      return [
        line({ x, y }, CURVE + lead, wasEntered(...bodyIds)),
        ...body.draw({ x: start + lead, y }),
        line({ x: end - lead, y }, lead + CURVE, wasCompleted(...bodyIds)),
        turn({ x: end, y }, drop, true, isInto),
        line({ x: end - slack, y: lower }, slack, isInto),
        ...(between?.draw({ x: start + slack, y: lower }) ?? []),
        line({ x: start, y: lower }, slack, isBack),
        turn({ x: start, y }, drop, false, isBack),
      ];
    },
  };
}

/** The numbers of two parts that are the same; undefined where they are not. */
function twinsOf(a: Production, b: Production): [number, number][] | undefined {
  if (a.kind !== b.kind) return undefined;
  const own: [number, number] = [a.id, b.id];
  switch (a.kind) {
    case 'terminal':
      return b.kind === 'terminal' && a.text === b.text ? [own] : undefined;
    case 'word':
    case 'rule':
      return (b.kind === 'word' || b.kind === 'rule') && a.name === b.name ? [own] : undefined;
    case 'optional':
    case 'any': {
      const inner = b.kind === a.kind ? twinsOf(a.body, b.body) : undefined;
      return inner && [own, ...inner];
    }
    default: {
      const ones = a.kind === 'sequence' ? a.parts : a.choices;
      const others = b.kind === 'sequence' ? b.parts : b.kind === 'choice' ? b.choices : [];
      if (ones.length !== others.length) return undefined;
      const inner = ones.map((one, index) => twinsOf(one, others[index] as Production));
      return inner.includes(undefined) ? undefined : [own, ...inner.flatMap((pairs) => pairs ?? [])];
    }
  }
}

/** `x (s x)*`, which reads best as a loop through `s`, drawn with one `x` for both. */
function loopAt(
  parts: readonly Production[],
  at: number,
): { part: Part; ids: readonly number[] } | undefined {
  const body = parts[at];
  const more = parts[at + 1];
  if (body === undefined || more?.kind !== 'any' || more.body.kind !== 'sequence') return undefined;
  const [separator, again, ...others] = more.body.parts;
  if (separator === undefined || again === undefined || others.length > 0) return undefined;
  const pairs = twinsOf(body, again);
  if (pairs === undefined) return undefined;
  const twins: Twins = new Map(pairs);
  const part = loop({
    body: layout(body, twins),
    bodyIds: idsOf(body.id, twins),
    between: layout(separator),
    betweenIds: [separator.id],
    isRepeated: (visits) => visitOf(visits, more).rounds > 0,
  });
  return { part, ids: [more.id] };
}

function sequencePart(parts: readonly Production[], twins: Twins): Part {
  const drawn: { part: Part; ids: readonly number[] }[] = [];
  for (let at = 0; at < parts.length; at++) {
    const looped = loopAt(parts, at);
    const own = parts[at];
    if (looped !== undefined) {
      drawn.push(looped);
      at++;
    } else if (own !== undefined) drawn.push({ part: layout(own, twins), ids: idsOf(own.id, twins) });
  }
  return row(drawn);
}

/** Lays out a part of a rule. */
export function layout(production: Production, twins: Twins = NO_TWINS): Part {
  const ids = idsOf(production.id, twins);
  switch (production.kind) {
    case 'terminal':
      return boxPart('terminal', production.text, ids);
    case 'word':
    case 'rule':
      return boxPart(production.kind, production.name, ids);
    case 'sequence':
      return sequencePart(production.parts, twins);
    case 'choice':
      return stacked(
        production.choices.map((one) => ({ part: layout(one, twins), ids: idsOf(one.id, twins) })),
      );
    case 'optional':
      return skippable(layout(production.body, twins), ids, idsOf(production.body.id, twins));
    case 'any': {
      const bodyIds = idsOf(production.body.id, twins);
      const isRepeated = (visits: Visits): boolean => ids.some((id) => visitOf(visits, { id }).rounds > 1);
      const body = layout(production.body, twins);
      const repeated = loop({ body, bodyIds, between: undefined, betweenIds: [], isRepeated });
      return skippable(repeated, ids, bodyIds);
    }
  }
}
