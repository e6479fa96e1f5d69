import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/*
 * The import law of ARCHITECTURE.md: a file imports lower floors or its own folder, never upward, never another
 * folder on its floor, no cycles. Only the files that read text by the grammar know Chevrotain, only the command
 * knows the machine it runs on.
 */
const FLOORS = [
  ['text', 'bitmap', 'documents'],
  ['labels'],
  ['syntax'],
  ['selector'],
  ['constraint'],
  ['match', 'postings'],
  ['algebra', 'plan', 'anchors', 'sql'],
  ['indexes', 'manifests'],
  ['lint'],
  ['index.ts', 'manifests.ts', 'sql.ts', 'reading.ts'],
  ['cli'],
];

/** The faces: what package.json exports, and what the command alone reads with. */
const FACES = ['index.ts', 'manifests.ts', 'sql.ts', 'reading.ts'];

const SRC = fileURLToPath(new URL('../src', import.meta.url));

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => path.split('\\').join('/'))
  .sort();

/** Every import and re-export of a file, by reading its text; `require` of a literal path counts. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(SRC, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const found: Import[] = [];
  for (const match of text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)';/gm)) {
    found.push({ from: file, to: target(file, match[2] ?? ''), typeOnly: match[1] !== undefined });
  }
  for (const match of text.matchAll(/\b(?:require|import)\('([^']+)'\)/g)) {
    found.push({ from: file, to: target(file, (match[1] ?? '').replace(/\.js$/, '.ts')), typeOnly: false });
  }
  return found;
}

function target(file: string, specifier: string): string {
  return specifier.startsWith('.') ? posix.normalize(posix.join(dirname(file), specifier)) : specifier;
}

const folderOf = (file: string) => file.split('/')[0] ?? file;
const floorOf = (file: string) => FLOORS.findIndex((folders) => folders.includes(folderOf(file)));
const isOurs = (path: string) => path.endsWith('.ts');

const imports = files.flatMap(importsOf);
const told = ({ from, to }: Import) => `${from} imports ${to}`;

/** Every file that some files load, themselves included, when they run. */
function closure(roots: readonly string[], except?: string): Set<string> {
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    if (file === except) return;
    for (const { from, to, typeOnly } of imports) if (from === file && !typeOnly) visit(to);
  };
  roots.forEach(visit);
  return seen;
}

describe('the import law', () => {
  test('reads imports at all', () => {
    expect(files).toContain('syntax/grammar.ts');
    expect(imports).toContainEqual({ from: 'syntax/grammar.ts', to: 'chevrotain', typeOnly: false });
    expect(imports).toContainEqual({
      from: 'syntax/grammar-lazy.node.ts',
      to: 'syntax/thorough.ts',
      typeOnly: false,
    });
    expect(imports.length).toBeGreaterThan(files.length);
  });

  test('every file is on a floor', () => {
    expect(files.filter((file) => floorOf(file) < 0)).toEqual([]);
  });

  test('every import of ours names a file that exists', () => {
    expect(imports.filter(({ to }) => isOurs(to) && !files.includes(to)).map(told)).toEqual([]);
  });

  test('no file imports upward, or another folder of its floor', () => {
    const wrong = imports.filter(({ from, to }) => {
      if (!isOurs(to) || folderOf(from) === folderOf(to)) return false;
      return floorOf(to) >= floorOf(from);
    });
    expect(wrong.map(told)).toEqual([]);
  });

  test('the command uses the public faces only', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        folderOf(from) === 'cli' && isOurs(to) && folderOf(to) !== 'cli' && !FACES.includes(to),
    );
    expect(wrong.map(told)).toEqual([]);
  });

  test('there are no cycles, types included', () => {
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]) => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
        return;
      }
      state.set(file, 'open');
      for (const { from, to } of imports) if (from === file && isOurs(to)) visit(to, [...path, file]);
      state.set(file, 'done');
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });

  test('a folder has no barrel', () => {
    expect(files.filter((file) => file !== 'index.ts' && /(^|\/)index\.ts$/.test(file))).toEqual([]);
  });
});

describe('what is imported from outside', () => {
  const outside = (file: string) => imports.filter(({ from, to }) => from === file && !isOurs(to));

  test('only syntax knows Chevrotain, and only the parts that need it are loaded with it', () => {
    const importers = new Set(
      imports.filter(({ to }) => to === 'chevrotain').map(({ from }) => folderOf(from)),
    );
    expect([...importers]).toEqual(['syntax']);
    expect(closure(['index.ts'])).not.toContain('chevrotain');
    expect(closure(['syntax/thorough.ts'])).toContain('chevrotain');
  });

  test('structured selectors come without any syntax', () => {
    const folders = [
      'bitmap',
      'labels',
      'constraint',
      'match',
      'algebra',
      'postings',
      'plan',
      'anchors',
      'sql',
      'indexes',
    ];
    const structured = files.filter((file) => folders.includes(folderOf(file)));
    expect([...closure(structured)].filter((file) => folderOf(file) === 'syntax')).toEqual([]);
    expect(closure(structured)).not.toContain('#grammar');
  });

  test('what is known of manifests comes without a reader of texts', () => {
    const loaded = closure(['manifests.ts']);
    expect(loaded).not.toContain('#grammar');
    expect(loaded).not.toContain('syntax/scan.ts');
  });

  test('YAML is read in one folder, and its library loaded when there is some', () => {
    const importers = imports.filter(({ to }) => to === 'yaml').map(({ from }) => folderOf(from));
    expect([...new Set(importers)]).toEqual(['documents']);
    expect(closure(['manifests.ts'])).toContain('yaml');
    expect(closure(['manifests.ts'], 'documents/load-yaml.ts')).not.toContain('yaml');
    expect(readFileSync(join(SRC, 'documents/load-yaml.ts'), 'utf8')).not.toMatch(/^import /m);
  });

  test('outside of the command nothing but Chevrotain and the YAML library is used, so that the library runs in browsers', () => {
    const strange = files
      .filter((file) => folderOf(file) !== 'cli')
      .flatMap(outside)
      .filter(({ to }) => to !== 'chevrotain' && to !== 'yaml' && to !== '#grammar')
      .map(told);
    // Node's own way to load the grammar late and Chevrotain as one file; browsers and bundlers take grammar-eager.ts
    // (package.json, "imports") and Chevrotain as it is.
    expect(strange).toEqual([
      'syntax/chevrotain.node.ts imports node:module',
      'syntax/chevrotain.node.ts imports node:url',
      'syntax/grammar-lazy.node.ts imports node:module',
    ]);
    const ofNode = files.filter((file) => file.endsWith('.node.ts'));
    expect(imports.filter(({ to }) => ofNode.includes(to))).toEqual([]);
  });

  test('outside of the command nothing touches the process or the console', () => {
    const touching = files
      .filter((file) => folderOf(file) !== 'cli')
      .filter((file) =>
        (folderOf(file) === 'documents'
          ? /\b(process|console|globalThis|fetch|window)\s*[.([]/
          : /\b(process|console|globalThis|fetch|window|document)\s*[.([]/
        ).test(readFileSync(join(SRC, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')),
      );
    expect(touching).toEqual([]);
  });

  test('no code is generated', () => {
    const generating = files.filter((file) =>
      /\beval\(|new Function\(/.test(readFileSync(join(SRC, file), 'utf8')),
    );
    expect(generating).toEqual([]);
  });

  test('dependencies are those that are used', () => {
    const packageFile = new URL('../package.json', import.meta.url);
    const { dependencies } = JSON.parse(readFileSync(packageFile, 'utf8')) as { dependencies: object };
    const used = new Set(imports.map(({ to }) => to).filter((to) => !isOurs(to) && !/^(node:|#)/.test(to)));
    expect(Object.keys(dependencies).sort()).toEqual([...used].sort());
  });
});
