type Yaml = typeof import('./yaml.ts');

/** Loads what reads and writes YAML: nothing else needs the YAML library, which takes longer to load than most inputs to read. */
export function loadYaml(): Promise<Yaml> {
  return import('./yaml.ts');
}
