import { tryFromLabelMap } from '../selector/objects/from-label-map.ts';
import { tryFromLabelSelector } from '../selector/objects/from-label-selector.ts';
import { tryFromNodeSelector } from '../selector/objects/from-node-selector.ts';
import type { ParseResult } from '../selector/parse-result.ts';
import type { Selector } from '../selector/selector.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import { type ObjectPath, pathSteps } from '../text/object-path.ts';
import { plainSelector } from './cilium-selector.ts';
import { type Finding, findingAt } from './finding.ts';
import { mistakenForm } from './mistaken-form.ts';
import type { Form } from './row.ts';

interface Reader {
  readonly read: (value: unknown) => ParseResult;
  /** How many steps of the paths in diagnostics lead to the value, and are not in the object. */
  readonly around: number;
}

const READERS: { readonly [F in Form]: Reader } = {
  'label-selector': { read: tryFromLabelSelector, around: 0 },
  'label-map': { read: tryFromLabelMap, around: 0 },
  'node-selector': { read: tryFromNodeSelector, around: 0 },
  'cilium-selector': { read: tryFromLabelSelector, around: 0 },
  'node-term': { read: (term) => tryFromNodeSelector({ nodeSelectorTerms: [term] }), around: 2 },
};

/** The end of a message that names functions of ours: it helps whoever writes programs, not manifests. */
const FOR_PROGRAMS = /; [^;]*\b(?:parseSelector|from[A-Z]\w+)\b[^;]*$/;

/**
 * The selector that is written at a place of an object.
 *
 * @param value what stands there; not null
 * @param path the place
 * @param findings takes what is wrong and what is odd
 * @returns undefined where the selector has a mistake, and where it is of a kind that is not read
 */
export function readSelector(
  value: unknown,
  form: Form,
  path: ObjectPath,
  findings: Finding[],
): Selector | undefined {
  const { read, around } = READERS[form];
  const plain = form === 'cilium-selector' ? plainSelector(value) : undefined;
  if (form === 'cilium-selector' && plain === undefined) return undefined;
  const result = read(plain === undefined ? value : plain.value);
  const told = (diagnostic: Diagnostic, severity: Finding['severity']): Finding => {
    const within = pathSteps(diagnostic.path ?? '').slice(around);
    const steps = [...path, ...(plain?.written(within) ?? within)];
    return findingAt(steps, diagnostic.code, diagnostic.message.replace(FOR_PROGRAMS, ''), severity);
  };
  if (!result.ok) {
    const mistaken = mistakenForm(value, form, path);
    if (mistaken !== undefined) {
      findings.push(mistaken);
      return undefined;
    }
    for (const diagnostic of result.diagnostics) findings.push(told(diagnostic, 'error'));
    return undefined;
  }
  for (const warning of result.warnings) findings.push(told(warning, 'warning'));
  return result.selector;
}
