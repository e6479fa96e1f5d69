import type { Severity } from './finding.ts';

/** What is asked of rules: the severity of each, or `off`, by its id; others are as they are. */
export type AskedRules = Readonly<Record<string, Severity | 'off'>>;

/** A rule as far as asking for it goes. */
interface Askable {
  readonly id: string;
  readonly severity: Severity;
  readonly isOn: boolean;
}

/** How bad what a rule finds is, as asked for; `off` where it is not looked for. */
export function severityOf({ id, severity, isOn }: Askable, asked: AskedRules | undefined): Severity | 'off' {
  return asked?.[id] ?? (isOn ? severity : 'off');
}

/** @throws TypeError where a rule is asked for that there is not */
export function refuseUnknownRules(asked: AskedRules | undefined, rules: readonly Askable[]): void {
  const known = new Set(rules.map(({ id }) => id));
  for (const id of Object.keys(asked ?? {})) {
    if (!known.has(id)) throw new TypeError(`there is no rule ${JSON.stringify(id)}`);
  }
}
