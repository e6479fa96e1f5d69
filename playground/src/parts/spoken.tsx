import type { ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** How long nothing changes before it is read out, in milliseconds: nobody wants to hear every key. */
const CALM = 700;

/** A text that is read out by screen readers when it changes, and not seen. */
export function Spoken({ text }: { readonly text: ReadonlySignal<string> }): JSX.Element {
  const [spoken, speak] = useState('');
  const { value } = text;
  useEffect(() => {
    const timer = setTimeout(() => speak(value), CALM);
    return () => clearTimeout(timer);
  }, [value]);
  return (
    <p class="unseen" role="status">
      {spoken}
    </p>
  );
}
