import type { DescribedKind, KubernetesObject, Region, Severity } from '../../manifests.ts';
import type { AskedRules } from './rule-list.ts';

/** An entry of `ignore:`. */
export interface ConfiguredIgnore {
  readonly rule: string;
  readonly reason: string;
  /** Tests for what it is about; undefined for any. */
  readonly object: ((object: KubernetesObject) => boolean) | undefined;
  /** Of paths below the folder of the configuration. */
  readonly file: ((path: string) => boolean) | undefined;
  /** Where it stands in the file, and as which of its entries. */
  readonly region: Region;
  readonly index: number;
}

/** What a configuration file says; all of it is optional. */
export interface LintConfig {
  /** The file as messages name it; undefined where there is none. */
  readonly source: string | undefined;
  /** The folder that its patterns begin at, as an absolute path. */
  readonly folder: string;
  readonly rules: AskedRules;
  readonly namespace: string | undefined;
  readonly failOn: Severity | undefined;
  readonly ignore: readonly ConfiguredIgnore[];
  /** Tests for files that are not read where a folder is. */
  readonly exclude: readonly ((path: string) => boolean)[];
  readonly kinds: readonly DescribedKind[];
}

/** What holds where there is no configuration file. */
export function emptyConfig(folder: string): LintConfig {
  return {
    source: undefined,
    folder,
    rules: {},
    namespace: undefined,
    failOn: undefined,
    ignore: [],
    exclude: [],
    kinds: [],
  };
}
