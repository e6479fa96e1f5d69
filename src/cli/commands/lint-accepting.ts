import { acceptedOf } from '../lint/accepted.ts';
import { knownFinding, writeBaseline } from '../lint/baseline.ts';
import type { Judgement, JudgeSettings } from '../lint/judge.ts';
import type { Console } from '../output/console.ts';
import { counted } from '../output/counted.ts';
import { printable } from '../output/printable.ts';

/**
 * `labelwise lint --write-baseline`: writes down what was found as known, and judges it again as that. It is not written
 * where not everything was read: what is missing would be news the next time.
 *
 * @throws UsageError where the file cannot be written
 */
export async function accept(
  path: string,
  judgement: Judgement,
  showsAll: boolean,
  judgeWith: (known: JudgeSettings['known']) => Judgement,
  console: Console,
): Promise<Judgement> {
  if (console.problems > 0) {
    console.tell(`${printable(path)} is not written, since not everything could be read`);
    return judgement;
  }
  const known = acceptedOf(judgement.findings, showsAll).map(knownFinding);
  await writeBaseline(path, known);
  console.tell(`${counted(known.length, 'finding')} written to ${printable(path)}`);
  return judgeWith(known);
}
