import type { Problem, Region, ToldPlace } from '../../manifests.ts';
import { fingerprintOf } from '../lint/fingerprint.ts';
import type { JudgedFinding, LintReport } from '../lint/report.ts';
import { countsOf } from '../lint/summary.ts';

/** A place in an input, lines and columns from 1, columns in UTF-16 units; `end` is behind its last unit. */
interface RegionJson {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

function regionJson({ start, end }: Region): RegionJson {
  return {
    start: { line: start.line, column: start.column },
    end: { line: end.line, column: end.column },
  };
}

function placeJson({ source, region, object, path }: ToldPlace): object {
  return { source, region: regionJson(region), object, path };
}

function findingJson({ finding, standing, fails }: JudgedFinding): object {
  const { rule, severity, verdict, message, mend, doubt, related, fix } = finding;
  return {
    rule,
    severity,
    verdict,
    fails,
    message,
    ...(mend !== undefined && { mend }),
    ...(doubt !== undefined && { doubt }),
    ...placeJson(finding),
    related: related.map((place) => ({ message: place.message, ...placeJson(place) })),
    ...(fix !== undefined && {
      fix: {
        title: fix.title,
        isSafe: fix.isSafe,
        edits: fix.edits.map(({ source, region, text }) => ({ source, region: regionJson(region), text })),
      },
    }),
    ...(standing.kind === 'ignored' && { ignored: { by: standing.by, reason: standing.reason } }),
    ...(standing.kind === 'known' && { known: true }),
    fingerprint: fingerprintOf(finding),
  };
}

function problemJson({ source, position, message, mend }: Problem): object {
  return {
    source,
    ...(position !== undefined && { line: position.line, column: position.column }),
    message,
    ...(mend !== undefined && { mend }),
  };
}

/**
 * A report for programs. Its shape is stable: members may come, none changes or goes while `version` is 1.
 *
 * - `findings`: all of them, in the order of inputs and places, those that are possible, unknown, ignored (`ignored`) or
 *   known from a baseline (`known`) included; `fails` says which make the run fail, `fingerprint` stays when lines move.
 * - `problems`: what could not be read.
 * - `stale`: entries of the baseline that were not found.
 * - `summary`: how many of each, and how much was read.
 */
export function lintJson(report: LintReport): string {
  const { findings, problems, stale, sources, objects, passedOver, fixed } = report;
  const data = {
    version: 1,
    findings: findings.map(findingJson),
    problems: problems.map(problemJson),
    stale,
    summary: { objects, sources: sources.length, passedOver, ...countsOf(report), fixed: fixed.fixes },
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}
