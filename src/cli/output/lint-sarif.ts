import type { Edit, LintFinding, Problem, Region, Severity } from '../../manifests.ts';
import { ALL_RULES, type ListedRule } from '../lint/rule-list.ts';

/** What a SARIF log is made of, beside the findings. */
export interface SarifContext {
  readonly version: string;
  /** What could not be read. */
  readonly problems: readonly Problem[];
  /** A text for each finding that stays the same while lines move. */
  readonly fingerprintOf: (finding: LintFinding) => string;
  /** Why a finding does not count, where it does not: its reason, and whether that stands in the input. */
  readonly suppressionOf: (finding: LintFinding) => Suppression | undefined;
}

/** Why a finding does not count. */
export interface Suppression {
  readonly kind: 'inSource' | 'external';
  readonly justification: string;
}

const LEVELS: { readonly [S in Severity]: string } = { error: 'error', warning: 'warning', advice: 'note' };

/** SARIF 2.1.0 §3.27.9: `review` asks a person, `open` could not be decided; only what fails has a level. */
const KINDS = { definite: 'fail', possible: 'review', unknown: 'open' } as const;

function artifactLocation(source: string): object {
  // Standard input has no place below the root of the sources.
  if (source.startsWith('<')) return { uri: 'stdin' };
  const uri = source.split('/').map(encodeURIComponent).join('/');
  return source.startsWith('/') ? { uri: `file://${uri}` } : { uri, uriBaseId: '%SRCROOT%' };
}

function regionOf({ start, end }: Region): object {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function locationOf({ source, region, object }: Pick<LintFinding, 'source' | 'region' | 'object'>): object {
  return {
    physicalLocation: {
      artifactLocation: artifactLocation(source),
      region: { ...regionOf(region), snippet: { text: region.line } },
    },
    // What stands in a configuration is in no object.
    ...(object !== '' && { logicalLocations: [{ fullyQualifiedName: object, kind: 'resource' }] }),
  };
}

function replacementsOf(edits: readonly Edit[]): object[] {
  const sources = [...new Set(edits.map(({ source }) => source))];
  return sources.map((source) => ({
    artifactLocation: artifactLocation(source),
    replacements: edits
      .filter((edit) => edit.source === source)
      .map(({ region, text }) => ({ deletedRegion: regionOf(region), insertedContent: { text } })),
  }));
}

function resultOf(finding: LintFinding, context: SarifContext): object {
  const { rule, severity, verdict, message, mend, doubt, related, fix } = finding;
  const suppression = context.suppressionOf(finding);
  const text = [message, ...(doubt === undefined ? [] : [doubt]), ...(mend === undefined ? [] : [mend])].join(
    '; ',
  );
  return {
    ruleId: rule,
    ruleIndex: ALL_RULES.findIndex(({ id }) => id === rule),
    kind: KINDS[verdict],
    level: verdict === 'definite' ? LEVELS[severity] : 'none',
    message: { text },
    locations: [locationOf(finding)],
    ...(related.length > 0 && {
      relatedLocations: related.map((one, id) => ({
        id,
        ...locationOf(one),
        message: { text: one.message },
      })),
    }),
    ...(fix !== undefined && {
      fixes: [{ description: { text: fix.title }, artifactChanges: replacementsOf(fix.edits) }],
    }),
    ...(suppression !== undefined && { suppressions: [{ ...suppression, status: 'accepted' }] }),
    partialFingerprints: { 'labelwise/v1': context.fingerprintOf(finding) },
  };
}

/** Examples as code; of changes, before and after. */
function codeOf(examples: readonly string[]): string {
  return examples.map((example) => `\`\`\`yaml\n${example}\`\`\`\n`).join('\nand then:\n\n');
}

function descriptorOf({ id, title, help, bad, good, severity, isOn }: ListedRule): object {
  return {
    id,
    name: id,
    shortDescription: { text: `${title}.` },
    fullDescription: { text: help },
    help: {
      text: help,
      markdown: `${help}\n\nFound in:\n\n${codeOf(bad)}\nNot in:\n\n${codeOf(good)}`,
    },
    defaultConfiguration: { level: LEVELS[severity], enabled: isOn },
  };
}

function notificationOf({ source, position, message, mend }: Problem): object {
  const region =
    position === undefined ? undefined : { startLine: position.line, startColumn: position.column };
  return {
    level: 'error',
    message: { text: mend === undefined ? message : `${message}; ${mend}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifactLocation(source),
          ...(region !== undefined && { region }),
        },
      },
    ],
  };
}

/** Findings as a SARIF 2.1.0 log, as code scanning takes it: JSON data. */
export function sarifLog(findings: readonly LintFinding[], context: SarifContext): object {
  const { version, problems } = context;
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'labelwise',
            version,
            semanticVersion: version,
            rules: ALL_RULES.map(descriptorOf),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: problems.length === 0,
            toolExecutionNotifications: problems.map(notificationOf),
          },
        ],
        results: findings.map((finding) => resultOf(finding, context)),
      },
    ],
  };
}
