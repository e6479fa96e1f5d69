import type { Box, Line, Row } from './graph-boxes.ts';
import { familyOf } from './graph-colours.ts';
import {
  ENTERS,
  LEAVES,
  layoutOf,
  type PlacedBox,
  type PlacedFrame,
  type PlacedRow,
  SPACE,
} from './graph-layout.ts';
import { graphStyle } from './graph-style.ts';
import { cut, KIND_FONT, NAME_FONT, widthOf } from './graph-text.ts';
import { xmlText } from './xml-text.ts';

/** More boxes than anybody can follow on one sheet. */
export const MOST_BOXES = 300;

/** What a drawing says of itself. */
export interface SvgTexts {
  readonly title: string;
  readonly description: string;
}

type Attributes = Readonly<Record<string, string | number>>;

function element(name: string, attributes: Attributes, ...content: readonly string[]): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(String(value))}"`);
  const open = `<${name}${written.join('')}`;
  return content.length === 0 ? `${open}/>` : `${open}>${content.join('')}</${name}>`;
}

/** A number of pixels, to a tenth. */
function px(value: number): number {
  return Math.round(value * 10) / 10;
}

function text(x: number, y: number, look: string, content: string): string {
  return element('text', { x: px(x), y: px(y), class: look }, xmlText(content));
}

function titleOf({ kind, namespace, name }: Box): string {
  return `${kind} ${namespace === '' ? '' : `${namespace}/`}${name}`;
}

/** What a row says in full: nothing is cut here. */
function rowText({ verb, selection, note }: Row): string {
  return [verb, selection, note === '' ? '' : `→ ${note}`].filter((part) => part !== '').join(' ');
}

function frameElement({ namespace, x, y, width, height }: PlacedFrame): string {
  const name = namespace === '' ? 'cluster' : namespace;
  const shown = cut(name, Math.max(4, Math.floor((width - 2 * SPACE.inset) / 9)));
  return element(
    'g',
    {},
    element('title', {}, xmlText(namespace === '' ? 'in no namespace' : `namespace ${name}`)),
    element('rect', { class: 'frame', x: px(x), y: px(y), width: px(width), height: px(height), rx: 8 }),
    text(x + SPACE.frame, y + 20, namespace === '' ? 'quiet' : 'space', shown),
  );
}

function rowElements({ x, y }: PlacedBox, { row, top, verb, selection, note }: PlacedRow): string[] {
  const left = x + SPACE.inset;
  let line = y + top + SPACE.line - 3;
  const next = (): number => {
    line += SPACE.line;
    return line;
  };
  return [
    text(left, line, familyOf(row.relation), verb),
    ...selection.map((part) => text(left, next(), 'code', part)),
    ...(note === '' ? [] : [text(left, next(), row.idle === 'amiss' ? 'warn' : 'quiet', note)]),
  ];
}

function boxElement(placed: PlacedBox): string {
  const { box, x, y, width, height, rows } = placed;
  const isIdle = box.rows.some(({ idle }) => idle === 'amiss');
  const look = ['box', ...(box.isWorkload ? ['workload'] : []), ...(isIdle ? ['idle'] : [])].join(' ');
  const title = [titleOf(box), ...box.rows.map(rowText)].join('\n');
  return element(
    'g',
    { class: look },
    element('title', {}, xmlText(title)),
    element('rect', { x: px(x), y: px(y), width: px(width), height: px(height), rx: 6 }),
    text(x + SPACE.inset, y + 16, 'quiet', box.kind),
    text(x + SPACE.inset, y + 31, 'name', box.name),
    ...rows.flatMap((row) => rowElements(placed, row)),
  );
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A curve that leaves to the right and comes in from the left; back or within a column, in from the right. */
function curve(from: Point, to: Point, isForward: boolean): string {
  const reach = isForward
    ? Math.max(40, (to.x - from.x) / 2)
    : Math.min(SPACE.aisle - 14, 36 + Math.abs(to.y - from.y) / 8) + Math.max(0, to.x - from.x);
  const back = isForward ? to.x - reach : to.x + reach;
  return `M${px(from.x)} ${px(from.y)}C${px(from.x + reach)} ${px(from.y)} ${px(back)} ${px(to.y)} ${px(to.x)} ${px(to.y)}`;
}

function edgeElement(source: PlacedBox, { row, top }: PlacedRow, target: PlacedBox, line: Line): string {
  const isForward = target.column > source.column;
  const from = { x: source.x + source.width, y: source.y + top + LEAVES };
  const to = { x: isForward ? target.x : target.x + target.width, y: target.y + ENTERS };
  const tip = isForward ? -7 : 7;
  const family = familyOf(row.relation);
  const doubt = line.isCertain ? '' : ' (perhaps: only a cluster knows all labels)';
  const title = `${titleOf(source.box)} ${row.verb} ${titleOf(target.box)}${row.selection === '' ? '' : `: ${row.selection}`}${doubt}`;
  return element(
    'g',
    { class: 'edge' },
    element('title', {}, xmlText(title)),
    element('path', {
      class: `line ${family}${line.isCertain ? '' : ' open'}`,
      d: curve(from, { x: to.x + tip, y: to.y }, isForward),
    }),
    element('path', { class: `head ${family}`, d: `M${px(to.x)} ${px(to.y)}l${tip} -4v8z` }),
  );
}

/** What signs mean that are in the drawing. */
function legendOf(boxes: readonly Box[]): readonly string[] {
  const rows = boxes.flatMap((box) => box.rows);
  const isAny = (test: (row: Row) => boolean): boolean => rows.some(test);
  return [
    ...(isAny(({ lines }) => lines.some(({ isCertain }) => !isCertain))
      ? ['Dashed line: depends on labels that only a cluster knows.']
      : []),
    ...(isAny(({ idle }) => idle === 'amiss') ? ['Dashed box: selects nothing of what was read.'] : []),
  ];
}

/** Boxes as an SVG drawing that needs nothing else: no script, no font, no other file. */
export function svgText(boxes: readonly Box[], { title, description }: SvgTexts): string {
  const layout = layoutOf(boxes);
  const placed = new Map(layout.boxes.map((one) => [one.box.id, one]));
  const legend = legendOf(boxes);
  const legendWidth = Math.max(0, ...legend.map((line) => widthOf(line, KIND_FONT)));
  const heading = SPACE.margin + 14;
  const width = Math.ceil(
    Math.max(layout.width, 2 * SPACE.margin + Math.max(legendWidth, widthOf(title, NAME_FONT))),
  );
  const height = Math.ceil(layout.height + heading + legend.length * SPACE.line);
  const edges = layout.boxes.flatMap((source) =>
    source.rows.flatMap((row) =>
      row.row.lines.flatMap((line) => {
        const target = placed.get(line.to);
        return target === undefined ? [] : [edgeElement(source, row, target, line)];
      }),
    ),
  );
  const under = heading + layout.height + 4;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="labelwise-graph" role="img" aria-labelledby="graph-title graph-description" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    element('title', { id: 'graph-title' }, xmlText(title)),
    element('desc', { id: 'graph-description' }, xmlText(description)),
    element('style', {}, xmlText(graphStyle('.labelwise-graph'))),
    element('rect', { class: 'ground', width, height }),
    text(SPACE.margin, SPACE.margin + 10, 'name', title),
    element(
      'g',
      { transform: `translate(0 ${heading})` },
      '\n',
      [...layout.frames.map(frameElement), ...edges, ...layout.boxes.map(boxElement)].join('\n'),
      '\n',
    ),
    ...legend.map((line, index) => text(SPACE.margin, under + index * SPACE.line, 'quiet', line)),
    '</svg>',
    '',
  ].join('\n');
}
