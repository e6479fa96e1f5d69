import railroad from 'railroad-diagrams';
import { runsOf } from './character-runs.ts';
import { printBody } from './ebnf.ts';
import type { Language } from './language.ts';
import { type Expression, equal, type Rule, sequence } from './model.ts';
import { STYLE } from './railroad-style.ts';

const { Diagram, Sequence, Choice, Optional, OneOrMore, ZeroOrMore, Terminal, NonTerminal } = railroad;
type Item = ReturnType<typeof Terminal>;

Diagram.INTERNAL_ALIGNMENT = 'left';
Diagram.VERTICAL_SEPARATION = 12;

// Units of the drawing, which are CSS pixels.
const MARGIN = 32;
const TITLE_HEIGHT = 116;
const HEADING_HEIGHT = 30;
const RULE_GAP = 36;
const COLUMN_GAP = 72;

const NAMES_OF_BLANKS: Readonly<Record<string, string>> = {
  ' ': 'space',
  '\t': 'tab',
  '\n': 'LF',
  '\r': 'CR',
};

/** A class of characters for people: `A–Z a–z 0–9 _ . -`. */
function characterList(characters: string): string {
  return runsOf(characters)
    .flatMap((run) => (run.trim() === '' ? [...run] : [run]))
    .map(
      (run) => NAMES_OF_BLANKS[run] ?? (run.length < 3 ? [...run].join(' ') : `${run.at(0)}–${run.at(-1)}`),
    )
    .join(' ');
}

function classed(item: Item, name: string): Item {
  item.attrs.class = name;
  return item;
}

/** `x (s x)*`, which reads best as a loop through `s`: the number of parts it takes, and the loop. */
function loopOf(parts: readonly Expression[], at: number): Item | undefined {
  const body = parts[at];
  const repeated = parts[at + 1];
  if (body === undefined || repeated?.kind !== 'any' || repeated.body.kind !== 'sequence') return undefined;
  const last = repeated.body.parts.at(-1);
  if (last === undefined || !equal(last, body)) return undefined;
  return OneOrMore(draw(body), draw(sequence(...repeated.body.parts.slice(0, -1))));
}

function drawSequence(parts: readonly Expression[]): Item {
  const items: Item[] = [];
  for (let at = 0; at < parts.length; at++) {
    const loop = loopOf(parts, at);
    const part = parts[at];
    if (loop !== undefined) {
      items.push(loop);
      at += 1;
    } else if (part !== undefined) items.push(draw(part));
  }
  return Sequence(...items);
}

function draw(expression: Expression): Item {
  switch (expression.kind) {
    case 'terminal':
      return classed(Terminal(expression.text), 'text');
    case 'characters':
      return classed(
        Terminal(characterList(expression.characters)),
        expression.characters.length === 1 ? 'text' : 'characters',
      );
    case 'rule':
      return classed(NonTerminal(expression.name), 'rule');
    case 'sequence':
      return drawSequence(expression.parts);
    case 'choice':
      return Choice(0, ...expression.choices.map(draw));
    case 'optional':
      return Optional(draw(expression.body));
    case 'any':
      return ZeroOrMore(draw(expression.body));
    default:
      return OneOrMore(draw(expression.body));
  }
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function text(x: number, y: number, style: string, content: string): string {
  return `<text x="${x}" y="${y}" class="${style}">${escaped(content)}</text>\n`;
}

interface Drawn {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** The heading of a rule, and its diagram below. */
function drawRule({ name, body, remark }: Rule, x: number, y: number): Drawn {
  const diagram = Diagram(draw(body)).format(0, 0, 0, 0);
  const heading = text(x, y + 14, 'heading', name);
  const remarkX = x + name.length * 10 + 14;
  const aside = remark === undefined ? '' : text(remarkX, y + 14, 'remark', remark);
  return {
    svg: `${heading}${aside}<g transform="translate(${x} ${y + HEADING_HEIGHT})">\n${diagram.children.join('')}</g>\n`,
    width: Math.max(diagram.attrs.width ?? 0, remarkX - x + (remark?.length ?? 0) * 6.8),
    height: HEADING_HEIGHT + (diagram.attrs.height ?? 0),
  };
}

/** Rules below each other. */
function drawColumn(rules: readonly Rule[], x: number): Drawn {
  let y = TITLE_HEIGHT;
  let width = 0;
  let svg = '';
  for (const rule of rules) {
    const drawn = drawRule(rule, x, y);
    svg += drawn.svg;
    y += drawn.height + RULE_GAP;
    width = Math.max(width, drawn.width);
  }
  return { svg, width: Math.ceil(width), height: y };
}

/** What the three shapes of boxes are. */
function drawLegend(top: number): string {
  const entries: readonly [Item, string][] = [
    [classed(Terminal('='), 'text'), 'this text'],
    [classed(NonTerminal('key'), 'rule'), 'what the rule of this name says'],
    [classed(Terminal('a–z 0–9'), 'characters'), 'one of these characters'],
  ];
  let x = MARGIN;
  return entries
    .map(([item, meaning]) => {
      const box = Diagram(item).format(0, 0, 0, 0);
      // Only the box: the ends of the line are no part of the legend.
      const width = (box.attrs.width ?? 0) - 61;
      const drawing = box.children[0] as unknown as { children: readonly Item[] };
      const shape = drawing.children.filter((child) => child.attrs.class !== undefined).join('');
      const entry = `<g transform="translate(${x - 30} ${top - 11})">\n${shape}</g>\n${text(x + width + 8, top + 4, 'remark', meaning)}`;
      x += width + 8 + meaning.length * 6.6 + 28;
      return entry;
    })
    .join('');
}

/**
 * The language as railroad diagrams: one SVG, which needs nothing else, in the light or dark colours that its reader
 * prefers, with its rules as text for those who cannot see them.
 */
export function drawRailroad({ syntax, lexical }: Language): string {
  const left = drawColumn(syntax, MARGIN);
  const right = drawColumn(lexical, MARGIN + left.width + COLUMN_GAP);
  const width = MARGIN + left.width + COLUMN_GAP + right.width + MARGIN;
  const height = Math.max(left.height, right.height);
  const spoken = [...syntax, ...lexical].map(({ name, body }) => `${name}: ${printBody(body)}`).join('; ');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title description">
<!-- Generated from the parser: npm run grammar -->
<title id="title">Label selectors</title>
<desc id="description">Railroad diagrams of the rules of label selectors, read along the lines from left to right. The rules as text: ${escaped(spoken)}.</desc>
<style>
${STYLE}</style>
<rect class="page" width="100%" height="100%"/>
${text(MARGIN, 46, 'title', 'Label selectors')}${drawLegend(76)}${left.svg}${right.svg}</svg>
`;
}
