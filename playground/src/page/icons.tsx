import type { JSX } from 'preact';

/** A label, for the name of the page. */
export function TagIcon(): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 32 32" width="22" height="22" aria-hidden="true">
      <path d="M4 9a4 4 0 0 1 4-4h9l11 11-11 11H8a4 4 0 0 1-4-4z" fill="var(--accent)" />
      <circle cx="11" cy="16" r="3" fill="var(--page)" />
    </svg>
  );
}

const SHAPES: Readonly<Record<'system' | 'light' | 'dark', JSX.Element>> = {
  system: (
    <>
      <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" stroke-width="1.5" />
      <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" />
    </>
  ),
  light: (
    <>
      <circle cx="8" cy="8" r="3" fill="none" stroke="currentColor" stroke-width="1.5" />
      <path
        d="M8 .8v2M8 13.2v2M.8 8h2M13.2 8h2M2.9 2.9l1.4 1.4M11.7 11.7l1.4 1.4M13.1 2.9l-1.4 1.4M4.3 11.7l-1.4 1.4"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linecap="round"
      />
    </>
  ),
  dark: (
    <path
      d="M13.2 9.8A5.7 5.7 0 0 1 6.2 2.8 5.7 5.7 0 1 0 13.2 9.8z"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linejoin="round"
    />
  ),
};

/** A sign for a choice of colours. */
export function ThemeIcon({ theme }: { readonly theme: 'system' | 'light' | 'dark' }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {SHAPES[theme]}
    </svg>
  );
}
