import {
  findConflicts,
  formatSelector,
  printRequirement,
  type Selector,
  SelectorError,
  simplify,
  toLabelSelector,
} from 'labelwise';

/** A word for the shell, quoted where it has to be. */
function shellWord(text: string): string {
  return /^[\w./,=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** The command that asks a cluster. */
export function kubectlForm(selector: Selector): string {
  const text = formatSelector(selector);
  return text === '' ? 'kubectl get pods' : `kubectl get pods -l ${shellWord(text)}`;
}

/** A text of YAML that is read as this string and nothing else. */
function scalar(text: string): string {
  const isPlain =
    /^[A-Za-z][\w./-]*$/.test(text) && !/^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i.test(text);
  return isPlain ? text : JSON.stringify(text);
}

/** The selector as it stands in a manifest, in YAML; or why it cannot. */
export function manifestForm(selector: Selector): { readonly text: string } | { readonly refusal: string } {
  try {
    const { matchLabels, matchExpressions } = toLabelSelector(selector);
    const labels = Object.entries(matchLabels ?? {}).map(
      ([key, value]) => `    ${scalar(key)}: ${scalar(value)}`,
    );
    const expressions = (matchExpressions ?? []).map(({ key, operator, values }) => {
      const list = values == null ? '' : `, values: [${values.map(scalar).join(', ')}]`;
      return `    - { key: ${scalar(key)}, operator: ${operator}${list} }`;
    });
    const lines = [
      ...(labels.length > 0 ? ['  matchLabels:', ...labels] : []),
      ...(expressions.length > 0 ? ['  matchExpressions:', ...expressions] : []),
    ];
    return { text: lines.length === 0 ? 'selector: {}' : ['selector:', ...lines].join('\n') };
  } catch (error) {
    if (error instanceof SelectorError) return { refusal: error.diagnostics[0].message };
    throw error;
  }
}

/** A shorter text that means the same; undefined where there is none. */
export function shorterForm(selector: Selector): string | undefined {
  const text = formatSelector(simplify(selector));
  return text.length < formatSelector(selector).length ? text : undefined;
}

/** The requirements because of which nothing can match; none where something can. */
export function contradiction(selector: Selector): readonly string[] {
  const [conflict] = findConflicts(selector) ?? [];
  return conflict === undefined ? [] : [...conflict.a, ...conflict.b].map(printRequirement);
}
