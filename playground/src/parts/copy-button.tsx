import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

export interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for those who do not see what stands beside the button. */
  readonly what: string;
}

/** How long it says that something was copied, in milliseconds. */
const TOLD = 1500;

/** Puts a text onto the clipboard, also where the page has no right to it, by selecting and copying. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
}

/** A button that copies a text. */
export function CopyButton({ text, what }: CopyButtonProps): JSX.Element {
  const [isDone, setDone] = useState(false);
  useEffect(() => {
    if (!isDone) return undefined;
    const timer = setTimeout(() => setDone(false), TOLD);
    return () => clearTimeout(timer);
  }, [isDone]);
  const copy = async (): Promise<void> => {
    await copyText(text);
    setDone(true);
  };
  return (
    <button type="button" class="quiet-button" onClick={copy}>
      <span aria-live="polite">{isDone ? 'Copied' : 'Copy'}</span>
      <span class="unseen"> {what}</span>
    </button>
  );
}
