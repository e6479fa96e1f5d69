import { DIAGNOSTIC_CODES, type DiagnosticCode } from '../../src/text/diagnostic.ts';

/** A diagnostic that a case expects. */
export interface ExpectedDiagnostic {
  readonly code: DiagnosticCode;
  readonly start: number;
  readonly end: number;
}

/** One case of a case file. See grammar/README.md for the format. */
export interface LanguageCase {
  readonly name: string;
  readonly line: number;
  readonly options: Readonly<Record<string, number>>;
  readonly text: string;
  /** The canonical print of a text that is accepted; undefined for one that is refused. */
  readonly prints: string | undefined;
  /** Warnings of a text that is accepted, diagnostics of one that is refused. */
  readonly diagnostics: readonly ExpectedDiagnostic[];
  /** There may be more diagnostics than are listed. */
  readonly more: boolean;
}

const LIMITS = new Set(['maxLength', 'maxRequirements', 'maxValues']);

class CaseReader {
  readonly #file: string;
  readonly #lines: readonly string[];
  #at = 0;

  constructor(file: string, content: string) {
    this.#file = file;
    if (!content.endsWith('\n') || content.includes('\r'))
      this.#fail('lines must end in LF, the last one too');
    this.#lines = content.split('\n').slice(0, -1);
  }

  read(): LanguageCase[] {
    while (this.#at < this.#lines.length && !this.#line().startsWith('# ')) this.#at += 1;
    const cases: LanguageCase[] = [];
    const names = new Set<string>();
    while (this.#at < this.#lines.length) {
      const found = this.#case();
      if (names.has(found.name)) this.#fail(`there are two cases called ${found.name}`);
      names.add(found.name);
      cases.push(found);
    }
    if (cases.length === 0) this.#fail('there is no case');
    return cases;
  }

  #case(): LanguageCase {
    const line = this.#at + 1;
    const heading = /^# (\S.*?)(?: (\{.*\}))?$/.exec(this.#next());
    if (heading?.[1] === undefined) this.#fail('a case must begin with "# " and its name');
    const options = this.#options(heading[2]);
    const text = this.#text(this.#next());
    if (this.#next() !== '==>') this.#fail('"==>" must stand between a text and what is expected of it');
    const first = this.#next();
    const refused = this.#diagnostic(first, text);
    const diagnostics = refused === undefined ? [] : [refused];
    let more = false;
    while (this.#at < this.#lines.length && this.#line() !== '') {
      const expected = this.#next();
      if (more) this.#fail('"..." must be the last line of a case');
      if (expected === '...') {
        more = true;
        continue;
      }
      const bare = refused === undefined ? expected.replace(/^warning /, '') : expected;
      const found = bare === expected && refused === undefined ? undefined : this.#diagnostic(bare, text);
      diagnostics.push(found ?? this.#fail(`${JSON.stringify(expected)} is no diagnostic`));
    }
    if (this.#at < this.#lines.length) this.#at += 1;
    const prints = refused === undefined ? this.#text(first) : undefined;
    return { name: heading[1], line, options, text, prints, diagnostics, more };
  }

  #options(json: string | undefined): Record<string, number> {
    if (json === undefined) return {};
    const options: Record<string, number> = JSON.parse(json);
    for (const name of Object.keys(options))
      if (!LIMITS.has(name)) this.#fail(`there is no limit called ${name}`);
    return options;
  }

  /** A text as it stands, or JSON strings parted by blanks, each of which may be repeated. */
  #text(line: string): string {
    if (!line.startsWith('"')) {
      if (!/^[!-~](?:[ -~]*[!-~])?$/.test(line))
        this.#fail('a text with other than visible ASCII must be JSON');
      return line;
    }
    let text = '';
    const piece = /("(?:[^"\\]|\\.)*")(?:\*(\d+))?(?: (?=")|$)/y;
    while (piece.lastIndex < line.length) {
      const found = piece.exec(line);
      if (found === null) this.#fail('the text is neither as it stands nor JSON strings');
      const decoded: unknown = JSON.parse(found[1] ?? '');
      text += String(decoded).repeat(Number(found[2] ?? 1));
    }
    return text;
  }

  #diagnostic(line: string, text: string): ExpectedDiagnostic | undefined {
    const found = /^([a-z-]+) (\d+)-(\d+) (".*)$/.exec(line);
    if (found === null) return undefined;
    const code = Object.keys(DIAGNOSTIC_CODES).find((name): name is DiagnosticCode => name === found[1]);
    if (code === undefined) this.#fail(`there is no code ${found[1]}`);
    const [start, end] = [Number(found[2]), Number(found[3])];
    if (text.slice(start, end) !== this.#text(found[4] ?? '')) {
      this.#fail(`${start}-${end} is ${JSON.stringify(text.slice(start, end))} and not ${found[4]}`);
    }
    return { code, start, end };
  }

  #line(): string {
    return this.#lines[this.#at] ?? this.#fail('the file ends within a case');
  }

  #next(): string {
    const line = this.#line();
    this.#at += 1;
    return line;
  }

  #fail(why: string): never {
    throw new Error(`${this.#file}:${this.#at}: ${why}`);
  }
}

/**
 * The cases of a case file.
 * @throws Error naming file and line where it is malformed
 */
export function readCases(file: string, content: string): LanguageCase[] {
  return new CaseReader(file, content).read();
}
