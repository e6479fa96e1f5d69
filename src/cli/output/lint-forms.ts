/** The forms in which findings are written. To add one: its name here, a file `lint-<form>.ts`, a line in `lint-writers.ts`. */
export const LINT_FORMS = ['text', 'json', 'sarif', 'github', 'junit', 'markdown'] as const;

export type LintForm = (typeof LINT_FORMS)[number];
