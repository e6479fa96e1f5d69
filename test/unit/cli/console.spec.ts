import { describe, expect, test } from 'vitest';
import { Console, type Sink } from '../../../src/cli/output/console.ts';

/** A console whose two streams write into one text, as on a screen. */
function screen(columns: number | undefined): { readonly console: Console; read(): string } {
  let text = '';
  const sink: Sink = {
    isTTY: columns !== undefined,
    columns,
    write(piece) {
      text += piece;
      return true;
    },
    once: () => undefined,
  };
  return { console: new Console(sink, sink, { NO_COLOR: '1' }), read: () => text };
}

describe('the console', () => {
  test('tells what is beside the results behind those that were written before', () => {
    const { console, read } = screen(undefined);
    console.line('first');
    console.note('about the first');
    console.line('second');
    console.flush();
    expect(read()).toBe('first\nabout the first\nsecond\n');
  });

  test('does not break a line of results that is not at its end', () => {
    const { console, read } = screen(undefined);
    console.write('[\n  {');
    console.note('about the first');
    console.line('}');
    console.flush();
    expect(read()).toBe('[\nabout the first\n  {}\n');
  });

  test('breaks sentences between words on a screen, further in where they follow on', () => {
    const { console, read } = screen(40);
    console.tell('  kinds: Deployment, Namespace, NetworkPolicy, Node');
    expect(read()).toBe('  kinds: Deployment, Namespace,\n    NetworkPolicy, Node\n');
  });

  test('leaves them whole where nobody looks at a screen', () => {
    const { console, read } = screen(undefined);
    const sentence = 'a sentence that goes on and on '.repeat(10);
    console.tell(sentence);
    expect(read()).toBe(`${sentence}\n`);
  });

  test('reports problems within the screen, and counts those that are not shown', () => {
    const { console, read } = screen(60);
    for (let line = 1; line <= 52; line++) {
      console.report({
        source: 'a\u001b.yaml',
        message: 'this goes on for longer than a screen of sixty columns is wide',
      });
    }
    console.closeReports();
    const lines = read().split('\n');
    expect(lines.filter((line) => line.length > 60)).toEqual([]);
    expect(lines.at(-2)).toBe('a\u241b.yaml: 2 more errors like these');
    expect(console.problems).toBe(52);
  });
});
