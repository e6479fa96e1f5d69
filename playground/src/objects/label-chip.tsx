import type { JSX } from 'preact';

export interface LabelChipProps {
  readonly name: string;
  readonly value: string;
  /** Whether the selector speaks of the key. */
  readonly isAsked: boolean;
}

/** A label, as text: `app=web`. */
export function LabelChip({ name, value, isAsked }: LabelChipProps): JSX.Element {
  return (
    <span class={`label${isAsked ? ' is-asked' : ''}`}>
      {name}=<span class="label-value">{value}</span>
    </span>
  );
}

/** Labels with those first that a selector speaks of. */
export function askedFirst(
  labels: Readonly<Record<string, string>>,
  asked: ReadonlySet<string>,
): readonly (readonly [string, string])[] {
  const all = Object.entries(labels);
  return [...all.filter(([key]) => asked.has(key)), ...all.filter(([key]) => !asked.has(key))];
}
