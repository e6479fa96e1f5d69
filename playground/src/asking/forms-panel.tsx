import { formatSelector, type Selector } from 'labelwise';
import type { JSX } from 'preact';
import { Breakable } from '../parts/breakable.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { setAsked } from '../state/edit.ts';
import { contradiction, kubectlForm, manifestForm, shorterForm } from './forms.ts';

/** What is to be said of a selector that has no mistakes, but could be better. */
function Advice({ selector }: { readonly selector: Selector }): JSX.Element | null {
  const conflict = contradiction(selector);
  if (conflict.length > 0) {
    return (
      <p class="advice warning">
        <span aria-hidden="true">! </span>Nothing can ever match: <code>{conflict.join(' and ')}</code>{' '}
        {conflict.length === 1 ? 'cannot be satisfied.' : 'contradict each other.'}
      </p>
    );
  }
  const shorter = shorterForm(selector);
  if (shorter === undefined) return null;
  return (
    <p class="advice">
      Shorter, and the same: <code>{shorter === '' ? '(the empty text)' : shorter}</code>{' '}
      <button type="button" class="quiet-button" onClick={() => setAsked(shorter)}>
        Use it
      </button>
    </p>
  );
}

function Form(props: { readonly name: string; readonly text: string }): JSX.Element {
  const { name, text } = props;
  return (
    <div class="form">
      <dt>{name}</dt>
      <dd>
        <pre>{text === '' ? ' ' : text}</pre>
        <CopyButton text={text} what={name} />
      </dd>
    </div>
  );
}

/** The selector in the forms in which it is used elsewhere. */
export function Forms({ selector }: { readonly selector: Selector }): JSX.Element {
  const manifest = manifestForm(selector);
  const canonical = formatSelector(selector);
  return (
    <>
      <Advice selector={selector} />
      <div class="canonical">
        <span class="aside">Canonical</span>
        <code>
          <Breakable text={canonical === '' ? '(the empty text)' : canonical} />
        </code>
        <CopyButton text={canonical} what="the canonical form" />
      </div>
      <details class="forms">
        <summary>As a command, in a manifest</summary>
        <dl>
          <Form name="kubectl" text={kubectlForm(selector)} />
          {'text' in manifest ? (
            <Form name="LabelSelector" text={manifest.text} />
          ) : (
            <div class="form">
              <dt>LabelSelector</dt>
              <dd class="aside">{manifest.refusal}</dd>
            </div>
          )}
        </dl>
      </details>
    </>
  );
}
