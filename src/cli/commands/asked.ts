import { type KubernetesObject, podTemplatesOf, type Subject, subjectOf } from '../../manifests.ts';
import { UsageError } from '../exit.ts';
import type { LintConfig } from '../lint/config.ts';
import type { Console } from '../output/console.ts';
import { nameOf, placeOf } from '../output/object-writers.ts';
import { printable } from '../output/printable.ts';
import { type HomeOf, homesBy } from './homes.ts';
import { listOf, selectedKind } from './kinds.ts';
import { readLabelArguments, warnOfLabels } from './label-arguments.ts';
import { MeantObject } from './meant-object.ts';

/** One thing that may be selected, and what it is called in what is written about it. */
export interface AskedSubject {
  readonly subject: Subject;
  /** `deployment`, `pods`. */
  readonly noun: string;
}

/** What a question is about: an object, and the pods that it makes; or labels alone. */
export interface Asked {
  /** `Deployment shop/web`, `a pod with app=web in namespace shop`. */
  readonly title: string;
  /** The name of the object, and where it begins; undefined for labels alone. */
  readonly object?: { readonly name: string; readonly place: string };
  readonly subjects: readonly [AskedSubject, ...AskedSubject[]];
}

/** The options that say what is asked about, as they were given. */
export interface AskedOptions {
  readonly of?: string;
  /** Undefined when they were not given; an empty text is no labels. */
  readonly labels?: readonly string[];
  readonly namespace: readonly string[];
  readonly kind?: string;
}

/** What of a configuration decides on what is asked about. */
export type AskedConfig = Pick<LintConfig, 'kinds' | 'namespace'>;

/** Finds out what is asked about: is shown every object that is read. */
export interface Asking {
  consider(object: KubernetesObject): void;
  /** @throws UsageError when there is no such object, or more than one */
  asked(): Asked;
}

/**
 * Labels as what may be selected: those of a pod, unless another kind is named, in one namespace.
 *
 * @throws UsageError where the options do not go together, or a label is none
 */
function askedLabels(
  labels: readonly string[],
  options: AskedOptions,
  homeOf: HomeOf,
  console: Console,
): Asked {
  const { namespace, kind = 'pod' } = options;
  const known = selectedKind(kind);
  const [named, second] = listOf(namespace);
  const where = homeOf(named ?? '', known.kind);
  if (second !== undefined) throw new UsageError('labels are in one namespace: give -n once, with one name');
  const noun = known.kind.toLowerCase();
  if (named !== undefined && homeOf('', known.kind) === '') {
    throw new UsageError(`a ${noun} is in no namespace: leave out -n`);
  }
  const given = readLabelArguments(listOf(labels));
  warnOfLabels(given, console);
  const subject = subjectOf({ ...known, namespace: where, name: '', labels: given });
  const text =
    given.size === 0 ? 'without labels' : `with ${[...given].map((pair) => pair.join('=')).join(',')}`;
  const article = /^[aeiou]/.test(noun) ? 'an' : 'a';
  const title = `${article} ${noun} ${text}${where === '' ? '' : ` in namespace ${where}`}`;
  return { title: printable(title), subjects: [{ subject, noun }] };
}

/** An object as what may be selected, together with the pods it makes. */
function askedObject(object: KubernetesObject, config: AskedConfig): Asked {
  const { apiVersion, kind, content } = object;
  const namespace = homesBy(config)(object.namespace, kind);
  const itself: AskedSubject = { subject: subjectOf({ ...object, namespace }), noun: kind.toLowerCase() };
  const isPod = kind === 'Pod' && apiVersion === 'v1';
  const pods = (isPod ? [] : podTemplatesOf({ ...content, apiVersion, kind }, config.kinds)).map(
    (template) => ({
      subject: subjectOf({ apiVersion: 'v1', kind: 'Pod', namespace, name: '', ...template }),
      noun: 'pods',
    }),
  );
  const where = namespace === '' ? '' : `${namespace}/`;
  return {
    title: printable(`${kind} ${where}${nameOf(object)}`),
    object: { name: nameOf(object), place: placeOf(object) },
    subjects: [itself, ...pods],
  };
}

/**
 * What a question is about, by its options.
 *
 * @throws UsageError when they do not say it, or do not go together
 */
export function createAsking(options: AskedOptions, config: AskedConfig, console: Console): Asking {
  const { of, labels, namespace, kind } = options;
  if (labels !== undefined) {
    if (of !== undefined) throw new UsageError('--of and --labels ask about different things: give one');
    const asked = askedLabels(labels, options, homesBy(config), console);
    return { consider: () => {}, asked: () => asked };
  }
  if (of === undefined) {
    throw new UsageError(
      'nothing is asked about: name an object, as in --of deployment/web, or give labels, as in --labels app=web',
    );
  }
  if (kind !== undefined) {
    const meant = printable(`--of ${kind}/${of.split('/').at(-1)}`);
    throw new UsageError(`--kind says what --labels are the labels of; with --of, write ${meant}`);
  }
  const meant = new MeantObject(of, namespace, homesBy(config));
  return {
    consider: (object) => meant.consider(object),
    asked: () => askedObject(meant.only(), config),
  };
}
