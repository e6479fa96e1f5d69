import type { LintFinding, Region, Severity } from '../../manifests.ts';
import { type JudgedFinding, type LintReport, type Standing, shownOf } from '../lint/report.ts';
import { countsOf, summaryText } from '../lint/summary.ts';
import { codeFrame, type FrameLook } from './code-frame.ts';
import { type Layout, wrapped } from './layout.ts';
import { printable } from './printable.ts';
import type { Paint, Style } from './style.ts';

function paintOf(severity: Severity, style: Style): Paint {
  return { error: style.red, warning: style.yellow, advice: style.cyan }[severity];
}

function placeText(source: string, { start }: Region): string {
  return `${printable(source)}:${start.line}:${start.column}`;
}

/** Why a finding that is shown does not count as a mistake, in a word. */
function standingText(standing: Standing): string {
  if (standing.kind === 'ignored') return ', ignored';
  return standing.kind === 'known' ? ', in the baseline' : '';
}

/** What a finding is in: its object, unless the message names it, and its path. */
function whereText({ object, path, message }: LintFinding): string[] {
  const parts = [
    ...(object === '' || message.includes(object) ? [] : [`in ${object}`]),
    ...(path === '' ? [] : [`at ${path}`]),
  ];
  return parts.length === 0 ? [] : [parts.join(', ')];
}

/** Where another place is, with the object unless what is said of it names that. */
function relatedPlace({ object, message, source, region }: LintFinding['related'][number]): string {
  const where = placeText(source, region);
  return message.includes(object) ? where : `${printable(object)}, ${where}`;
}

function frameOf({ start, end, line }: Region, look: FrameLook): string[] {
  if (line.trim() === '') return [];
  const to = end.line === start.line ? end.column - 1 : line.length;
  return [codeFrame({ line, number: start.line, from: start.column - 1, to }, look)];
}

function mendText({ mend, fix }: LintFinding, style: Style): string[] {
  const text = mend ?? fix?.title;
  if (text === undefined) return [];
  const does = fix?.isSafe === true ? style.dim(' (--fix does it)') : '';
  return [`  ${style.green('fix:')} ${printable(text)}${does}`];
}

/** One finding, as compilers tell theirs; without a line end at its end. */
function findingText({ finding, standing }: JudgedFinding, { style, columns }: Layout): string {
  const { rule, severity, verdict, source, region, message, doubt, related } = finding;
  const paint = paintOf(severity, style);
  const sure = verdict === 'definite' ? '' : `, ${verdict}`;
  const digits = Math.max(...[finding, ...related].map((place) => String(place.region.start.line).length));
  const kind = paint(`${severity}${sure}${standingText(standing)}:`);
  const head = `${style.bold(`${placeText(source, region)}:`)} ${kind} ${printable(message)} ${style.dim(`[${rule}]`)}`;
  const wrap = (text: string): string => wrapped(text, columns, 4);
  return [
    wrapped(head, columns, 2),
    ...whereText(finding).map((where) => wrap(`  ${style.dim(printable(where))}`)),
    ...frameOf(region, { style, paint, columns, digits }),
    ...related.flatMap((place) => [
      wrap(`  ${style.cyan(`${printable(place.message)}:`)} ${style.dim(relatedPlace(place))}`),
      ...frameOf(place.region, { style, paint: style.cyan, columns, digits }),
    ]),
    ...(doubt === undefined ? [] : [wrap(`  ${style.yellow(`${verdict}:`)} ${printable(doubt)}`)]),
    ...(standing.kind === 'ignored'
      ? [wrap(`  ${style.yellow('ignored:')} ${printable(standing.reason)}`)]
      : []),
    ...mendText(finding, style).map(wrap),
  ].join('\n');
}

/** The line that counts everything, in the colour of the worst. */
function summaryLine(report: LintReport, { style, columns }: Layout): string {
  const { errors, warnings, advice } = countsOf(report);
  const paint = errors > 0 ? style.red : warnings > 0 ? style.yellow : advice > 0 ? style.cyan : style.green;
  const [first = '', ...others] = summaryText(report).split('; ');
  return wrapped([paint(first), ...others].join('; '), columns, 2);
}

/** A report for people: findings with the lines they are about, and a line that counts them. */
export function lintText(report: LintReport, look: Layout): string {
  const blocks = shownOf(report).map((judged) => findingText(judged, look));
  return `${[...blocks, summaryLine(report, look)].join('\n\n')}\n`;
}
