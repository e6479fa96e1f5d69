import type { EditorView } from '@codemirror/view';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { Asking } from '../asking/asking.tsx';
import { Objects } from '../objects/objects.tsx';
import { failure } from '../state/failure.ts';
import { DropZone } from './drop-zone.tsx';
import { Header } from './header.tsx';
import { Tools } from './tools.tsx';

function Notice(): JSX.Element | null {
  if (failure.value === undefined) return null;
  return (
    <p class="notice" role="alert">
      {failure.value}
    </p>
  );
}

/** The page. */
export function Page(): JSX.Element {
  const view = useRef<EditorView | undefined>(undefined);
  return (
    <>
      <button type="button" class="skip" onClick={() => view.current?.focus()}>
        Skip to the selector
      </button>
      <Header />
      <main>
        <Notice />
        <Asking
          onReady={(ready) => {
            view.current = ready;
          }}
        />
        <Objects />
        <Tools />
      </main>
      <footer class="page-foot">
        <p>
          Everything happens in this page, in your browser; nothing is sent anywhere. The answers are those of
          the library labelwise, which answers as Kubernetes does.
        </p>
      </footer>
      <DropZone />
    </>
  );
}
