import type { LintFinding, Position, Problem } from 'labelwise/manifests';
import type { JSX } from 'preact';
import { counted } from '../parts/numbers.ts';
import { areCurrent, findings, isTooMuch, MOST_LINTED } from '../state/findings.ts';

export interface FindingListProps {
  readonly problems: readonly Problem[];
  readonly goTo: (source: string, position: Position) => void;
  readonly mend: (finding: LintFinding) => void;
}

interface PlaceProps {
  readonly source: string;
  readonly position: Position;
  readonly goTo: FindingListProps['goTo'];
}

function PlaceButton({ source, position, goTo }: PlaceProps): JSX.Element {
  return (
    <button type="button" class="place-button" onClick={() => goTo(source, position)}>
      {source}:{position.line}:{position.column}
    </button>
  );
}

function FindingItem({ finding, goTo, mend }: { finding: LintFinding } & FindingListProps): JSX.Element {
  const { rule, severity, verdict, message, mend: advice, doubt, source, region, fix } = finding;
  return (
    <li class={`problem ${severity === 'error' ? 'mistake' : 'warning'}`}>
      <span class="problem-sign" aria-hidden="true">
        {severity === 'error' ? '✕' : '!'}
      </span>
      <span class="problem-text">
        <span class="finding-head">
          <PlaceButton source={source} position={region.start} goTo={goTo} />
          <span class="aside">
            {verdict === 'definite' ? severity : `${verdict} ${severity}`} <code>{rule}</code>
          </span>
        </span>
        {message}
        {advice !== undefined && <span class="finding-mend">{advice}</span>}
        {doubt !== undefined && <span class="aside">{doubt}</span>}
      </span>
      <span class="problem-fixes">
        {fix !== undefined && (
          <button type="button" class="fix-button" disabled={!areCurrent.value} onClick={() => mend(finding)}>
            {fix.title}
          </button>
        )}
      </span>
    </li>
  );
}

function ProblemItem({ problem, goTo }: { problem: Problem; goTo: FindingListProps['goTo'] }): JSX.Element {
  const { source, position, message, mend } = problem;
  return (
    <li class="problem mistake">
      <span class="problem-sign" aria-hidden="true">
        ✕
      </span>
      <span class="problem-text">
        <span class="finding-head">
          {position === undefined ? source : <PlaceButton source={source} position={position} goTo={goTo} />}
          <span class="aside">cannot be read</span>
        </span>
        {message}
        {mend !== undefined && <span class="finding-mend">{mend}</span>}
      </span>
    </li>
  );
}

function summary(found: readonly LintFinding[] | undefined, problems: readonly Problem[]): string {
  if (isTooMuch.value)
    return `More than ${counted(MOST_LINTED, 'object')} are linted by the command: labelwise lint.`;
  if (found === undefined) return 'Reading manifests…';
  const count = found.length + problems.length;
  return count === 0 ? 'The linter finds nothing to complain about.' : counted(count, 'finding');
}

/** What could not be read, and what the linter says about the rest. */
export function FindingList(props: FindingListProps): JSX.Element {
  const { problems, goTo } = props;
  const found = findings.value;
  return (
    <div class="problems">
      <p class="aside" aria-live="polite">
        {summary(found, problems)}
      </p>
      <ol>
        {problems.map((problem) => (
          <ProblemItem
            key={`${problem.source} ${problem.position?.line} ${problem.message}`}
            problem={problem}
            goTo={goTo}
          />
        ))}
        {found?.map((finding) => (
          <FindingItem
            key={`${finding.rule} ${finding.source} ${finding.region.start.line} ${finding.region.start.column} ${finding.path}`}
            finding={finding}
            {...props}
          />
        ))}
      </ol>
    </div>
  );
}
