import type { JSX } from 'preact';
import type { Production } from '../language/production.ts';
import { layout } from './layout.ts';
import type { Passage } from './passage.ts';
import {
  BOX_HEIGHT,
  type Box,
  type Part,
  type Track,
  type Visits,
  wasCompleted,
  wasEntered,
} from './tracks.ts';

const MARGIN = 14;

const known = new Map<number, Part>();

function layoutOf(production: Production): Part {
  const part = known.get(production.id) ?? layout(production);
  known.set(production.id, part);
  return part;
}

/** So many characters fit beneath a box of so many pixels. */
function cut(text: string, width: number): string {
  const room = Math.max(3, Math.floor((width + 8) / 6.7));
  return text.length <= room ? text : `${text.slice(0, room - 1)}…`;
}

function BoxShape({ box, passage }: { readonly box: Box; readonly passage: Passage }): JSX.Element {
  const { look, text, x, y, width, ids } = box;
  const isTaken = wasCompleted(...ids)(passage.visits);
  const isBegun = wasEntered(...ids)(passage.visits);
  const isExpected = ids.some((id) => passage.expected.has(id));
  const texts = ids.flatMap((id) => passage.texts.get(id) ?? []);
  const names = [
    'box',
    look,
    ...(isTaken ? ['is-taken'] : isBegun ? ['is-begun'] : []),
    ...(isExpected ? [passage.isStopped ? 'is-missing' : 'is-next'] : []),
  ];
  const radius = look === 'terminal' ? BOX_HEIGHT / 2 : 4;
  return (
    <g class={names.join(' ')}>
      <rect x={x} y={y - BOX_HEIGHT / 2} width={width} height={BOX_HEIGHT} rx={radius} />
      <text x={x + width / 2} y={y + 4.5}>
        {text}
      </text>
      {look !== 'terminal' && texts.length > 0 && (
        <text class="consumed" x={x + width / 2} y={y + BOX_HEIGHT / 2 + 14}>
          {look === 'rule' && texts.length > 1 ? `${texts.length} times` : cut(texts.join(' '), width)}
        </text>
      )}
    </g>
  );
}

function inOrder(a: Track, b: Track, visits: Visits): number {
  return Number(a.isTaken(visits)) - Number(b.isTaken(visits));
}

export interface DiagramProps {
  readonly name: string;
  readonly production: Production;
  readonly passage: Passage;
  /** What is seen, in words. */
  readonly label: string;
}

/** One rule as a railroad, with the way of a text through it. */
export function Diagram({ name, production, passage, label }: DiagramProps): JSX.Element {
  const part = layoutOf(production);
  const width = part.width + 2 * MARGIN + 32;
  const height = part.up + part.down + 2 * MARGIN;
  const y = MARGIN + part.up;
  const start = MARGIN + 16;
  const end = start + part.width;
  const pieces = part.draw({ x: start, y });
  const { visits, isComplete } = passage;
  const isBegun = wasEntered(production.id)(visits);
  // What was taken is drawn last, so that no other line lies over it.
  const tracks = pieces.filter((piece) => piece.kind === 'track').sort((a, b) => inOrder(a, b, visits));
  const boxes = pieces.filter((piece) => piece.kind === 'box');
  return (
    <svg
      class="diagram"
      data-rule={name}
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <path class={`track${isBegun ? ' is-taken' : ''}`} d={`M${MARGIN} ${y - 8}v16m0 -8h16`} />
      <path class={`track${isComplete ? ' is-taken' : ''}`} d={`M${end} ${y}h16m0 -8v16`} />
      {tracks.map(({ path, isTaken }) => (
        <path key={path} class={`track${isTaken(visits) ? ' is-taken' : ''}`} d={path} />
      ))}
      {boxes.map((box) => (
        <BoxShape key={`${box.x} ${box.y}`} box={box} passage={passage} />
      ))}
    </svg>
  );
}
