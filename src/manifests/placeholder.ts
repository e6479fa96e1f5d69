/** How templates, and what fills in variables on the way to a cluster, write a place for something. */
const PLACEHOLDER = /\{\{.*\}\}|\$\{[^}]*\}|\$\([^)]*\)|^\$\w+$|<[^<>]+>|__\w+__|%\w+%|@\w+@/;

/** Whether a text looks as if something were filled in before it is applied: `${NAME}`, `{{ .Values.name }}`. */
export function hasPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text);
}
