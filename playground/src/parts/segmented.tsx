import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

export interface SegmentedProps<Value extends string> {
  /** What is chosen, for those who do not see it. */
  readonly legend: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: ComponentChildren }[];
  readonly onChange: (value: Value) => void;
}

/** One of a few, side by side: radio buttons, so that keys and readers know them. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>): JSX.Element {
  const { legend, value, options, onChange } = props;
  const name = useId();
  return (
    <fieldset class="segmented">
      <legend class="unseen">{legend}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
