import { type Visit, visitOf } from '../language/walk.ts';

/** Where something is drawn, in pixels; y is that of the line that leads through. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The visits of one use of a rule, or of several. */
export type Visits = ReadonlyMap<number, Visit>;

/** A piece of line, and whether a walk went over it. */
export interface Track {
  readonly kind: 'track';
  readonly path: string;
  readonly isTaken: (visits: Visits) => boolean;
}

/** A box that stands for a text, a word, or another rule. */
export interface Box {
  readonly kind: 'box';
  readonly look: 'terminal' | 'word' | 'rule';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** The parts of the rule that it stands for: more than one where a loop is drawn once. */
  readonly ids: readonly number[];
}

export type Piece = Track | Box;

/** A part of a diagram that knows its size: how far it reaches above and below the line that leads through. */
export interface Part {
  readonly width: number;
  readonly up: number;
  readonly down: number;
  /** @param at where the line comes in */
  readonly draw: (at: Point) => readonly Piece[];
}

/** The radius of curves. */
export const CURVE = 10;
/** Between parts in a row, and between rows. */
export const GAP = 14;
export const ROW_GAP = 12;
/** A box, and beneath it the room for what a word was. */
export const BOX_HEIGHT = 28;
export const WORD_ROOM = 18;

/** Whether a part was begun, or gone through to its end. */
export function wasEntered(...ids: readonly number[]): (visits: Visits) => boolean {
  return (visits) => ids.some((id) => visitOf(visits, { id }).entered > 0);
}

export function wasCompleted(...ids: readonly number[]): (visits: Visits) => boolean {
  return (visits) => ids.some((id) => visitOf(visits, { id }).completed > 0);
}

/** A straight line to the right. */
export function line({ x, y }: Point, length: number, isTaken: Track['isTaken']): Track {
  return { kind: 'track', path: `M${x} ${y}h${length}`, isTaken };
}

/** From a point to the right, down by so much (up, where it is less than 0), and on to the right: two curves wide. */
export function step({ x, y }: Point, by: number, isTaken: Track['isTaken']): Track {
  if (by === 0) return line({ x, y }, 2 * CURVE, isTaken);
  const r = Math.min(CURVE, Math.abs(by) / 2);
  const sign = by < 0 ? -1 : 1;
  const path = `M${x} ${y}h${CURVE - r}q${r} 0 ${r} ${sign * r}v${by - sign * 2 * r}q0 ${sign * r} ${r} ${sign * r}h${CURVE - r}`;
  return { kind: 'track', path, isTaken };
}

/** A half turn: from a point to the right, down by so much, and back to the left. */
export function turn({ x, y }: Point, by: number, isRight: boolean, isTaken: Track['isTaken']): Track {
  const r = CURVE;
  const out = isRight ? r : -r;
  const path = `M${x} ${y}q${out} 0 ${out} ${r}v${by - 2 * r}q0 ${r} ${-out} ${r}`;
  return { kind: 'track', path, isTaken };
}
