import { Session } from 'node:inspector';

const VALID = 'app.kubernetes.io/name=payments,tier notin (cache,queue),!canary';
const WRONG = 'environment in production';

/** Milliseconds of the first steps of a process with the package. */
async function timeSteps(entry) {
  const times = {};
  let before = performance.now();
  const lap = (step) => {
    const now = performance.now();
    times[step] = now - before;
    before = performance.now();
  };
  const { parseSelector, tryParseSelector } = await import(entry);
  lap('import');
  parseSelector(VALID);
  lap('firstParse');
  const first = tryParseSelector(WRONG);
  lap('firstError');
  const second = tryParseSelector(WRONG);
  lap('secondError');
  if (first.ok || second.ok) throw new Error(`${WRONG}: accepted`);
  return times;
}

/**
 * Which scripts the engine has compiled after each step, as its debugger tells: whatever way a module came in, by
 * import, by require or otherwise, it is there.
 */
async function listScripts(entry) {
  const urls = [];
  const session = new Session();
  session.connect();
  session.on('Debugger.scriptParsed', ({ params }) => urls.push(params.url));
  session.post('Debugger.enable');
  const known = urls.length;
  const loaded = () => {
    const files = urls.slice(known).filter((url) => url.startsWith('file:') || url.startsWith('/'));
    return { modules: files.length, chevrotain: files.filter((url) => url.includes('/chevrotain/')).length };
  };
  const { parseSelector, tryParseSelector } = await import(entry);
  const afterImport = loaded();
  parseSelector(VALID);
  const tried = tryParseSelector(VALID);
  const afterParse = loaded();
  const failed = tryParseSelector(WRONG);
  const afterError = loaded();
  session.disconnect();
  if (!tried.ok || failed.ok) throw new Error('the texts were not taken for what they are');
  return { afterImport, afterParse, afterError };
}

/** @param {{ list?: boolean }} options whether to list scripts instead of timing: the debugger takes time itself */
export async function round(entry, { list = false }) {
  return list ? listScripts(entry) : timeSteps(entry);
}
