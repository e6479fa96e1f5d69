import { quote } from '../../text/quote.ts';
import type { Recogniser } from './broken-segment.ts';
import { mistake } from './mistake.ts';
import { PHRASE_MISTAKES } from './operator-phrases.ts';
import { SIGN_MISTAKES } from './operator-signs.ts';

/** `a=b=c` */
const secondOperator: Recogniser = (broken) => {
  if (!/^N[=dn><]N[=dn><!]/.test(broken.shape)) return undefined;
  const span = broken.span(3);
  return mistake(
    'unexpected-text',
    span,
    `found ${quote(broken.image(3))} after a value; a comma or the end of the text can stand here`,
  );
};

/** `=b` */
const missingKey: Recogniser = (broken) =>
  /^[=dn><]/.test(broken.shape)
    ? mistake('missing-key', broken.span(0), `found ${quote(broken.image(0))} with no key before it`)
    : undefined;

/** `a>` */
const missingBound: Recogniser = (broken) =>
  /^N[><]$/.test(broken.shape)
    ? mistake('missing-value', broken.span(1), `found "${broken.image(1)}" with no integer after it`)
    : undefined;

/** Mistakes of what stands between a key and its value. Order matters: the more particular come first. */
export const OPERATOR_MISTAKES: readonly Recogniser[] = [
  missingKey,
  ...SIGN_MISTAKES,
  ...PHRASE_MISTAKES,
  secondOperator,
  missingBound,
];
