import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { loadFiles } from '../state/files.ts';

/** Whether files are held over the page. */
const isOver = signal(false);

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}

function follow(): () => void {
  const ends = new AbortController();
  const { signal: end } = ends;
  const over = (event: DragEvent): void => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    isOver.value = true;
  };
  addEventListener('dragenter', over, { signal: end });
  addEventListener('dragover', over, { signal: end });
  const leave = ({ relatedTarget }: DragEvent): void => {
    if (relatedTarget === null) isOver.value = false;
  };
  addEventListener('dragleave', leave, { signal: end });
  // Before the editors, which would take the text of a file for their own.
  addEventListener(
    'drop',
    (event) => {
      isOver.value = false;
      if (!hasFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      void loadFiles([...(event.dataTransfer?.files ?? [])]);
    },
    { signal: end, capture: true },
  );
  return () => ends.abort();
}

/** Takes files that are dropped anywhere on the page, and says so while they are held over it. */
export function DropZone(): JSX.Element | null {
  useEffect(follow, []);
  if (!isOver.value) return null;
  return (
    <div class="drop-zone" aria-hidden="true">
      <p>Drop manifests to ask their objects</p>
    </div>
  );
}
