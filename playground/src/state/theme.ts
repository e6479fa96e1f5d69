import { effect, type Signal, signal } from '@preact/signals';

/** The look of the page: as the system has it, or as chosen. */
export type Theme = 'system' | 'light' | 'dark';

const KEY = 'labelwise-theme';

function isTheme(value: unknown): value is Theme {
  return value === 'system' || value === 'light' || value === 'dark';
}

/** What is kept between visits; browsers may refuse to keep anything, which is no reason to fail. */
function kept(): Theme {
  try {
    const value = localStorage.getItem(KEY);
    return isTheme(value) ? value : 'system';
  } catch {
    return 'system';
  }
}

function keep(value: Theme): void {
  try {
    if (value === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, value);
  } catch {
    // As above: the choice holds for this visit.
  }
}

export const theme: Signal<Theme> = signal(kept());

/** Keeps the page in the chosen theme. */
export function followTheme(): void {
  effect(() => {
    const { value } = theme;
    if (value === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = value;
    keep(value);
  });
}
