import type { Requirement, Selector } from 'labelwise';
import type { JSX } from 'preact';
import { countText } from '../parts/numbers.ts';

/** A value as it is shown: the empty one is nothing to see. */
function Value({ text }: { readonly text: string }): JSX.Element {
  return text === '' ? <em>empty</em> : <code class="is-value">{text}</code>;
}

/** More requirements, or more values of one, than this nobody reads. */
const MOST = 12;

interface ValuesProps {
  readonly values: readonly string[];
  /** What stands before the last one. */
  readonly last: string;
}

function Values({ values, last }: ValuesProps): JSX.Element {
  const more = values.length - MOST;
  return (
    <>
      {values.slice(0, MOST).map((value, index) => (
        <span key={value}>
          {index === 0 ? '' : index === values.length - 1 ? ` ${last} ` : ', '}
          <Value text={value} />
        </span>
      ))}
      {more > 0 && ` ${last} ${countText(more)} more`}
    </>
  );
}

/** What is asked of the key, in words. */
function condition({ operator, values }: Requirement): JSX.Element {
  const [first = ''] = values;
  switch (operator) {
    case '=':
    case '==':
      return (
        <>
          is <Value text={first} />
        </>
      );
    case '!=':
      return (
        <>
          is absent, or not <Value text={first} />
        </>
      );
    case 'in':
      return (
        <>
          is <Values values={values} last="or" />
        </>
      );
    case 'notin':
      return (
        <>
          is absent, or {values.length === 1 ? 'not' : 'neither'} <Values values={values} last="nor" />
        </>
      );
    case 'exists':
      return <>is there</>;
    case '!':
      return <>is absent</>;
    case 'gt':
      return (
        <>
          is an integer above <Value text={first} />
        </>
      );
    case 'lt':
      return (
        <>
          is an integer below <Value text={first} />
        </>
      );
  }
}

/** One requirement in words. */
function RequirementWords({ requirement }: { readonly requirement: Requirement }): JSX.Element {
  return (
    <>
      <code class="is-key">{requirement.key}</code> {condition(requirement)}
    </>
  );
}

/** What a selector of one alternative means, in words. */
export function Meaning({ selector }: { readonly selector: Selector }): JSX.Element {
  const requirements = selector.alternatives[0] ?? [];
  if (requirements.length === 0) return <p class="meaning">No requirement: everything is selected.</p>;
  return (
    <ul class="meaning" aria-label="What it means">
      {requirements.slice(0, MOST).map((requirement, index) => (
        <li key={`${index} ${requirement.key}`}>
          <RequirementWords requirement={requirement} />
        </li>
      ))}
      {requirements.length > MOST && <li>… and {requirements.length - MOST} more</li>}
    </ul>
  );
}
