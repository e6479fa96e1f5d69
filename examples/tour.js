// What `npm start` shows: the command at its main job, on the manifests beside this file.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const command = fileURLToPath(new URL('../dist/node/labelwise.js', import.meta.url));
const selector = 'tier in (api,frontend),environment=production';

const steps = [
  {
    says: 'The pods in production that serve requests:',
    runs: ['select', selector, 'examples/shop', '--kind', 'pods'],
    ends: 0,
  },
  {
    says: 'payments-hotfix runs in production too. Why is it not among them?',
    runs: ['explain', selector, 'examples/shop', '--of', 'pod/payments-hotfix'],
    ends: 1,
  },
  {
    says: 'A selector with mistakes in it, and what would mend them:',
    runs: ['check', 'app: web, tier not in (cache,db), release in stable'],
    ends: 1,
  },
];

/** An argument as one would type it into a shell. */
function quoted(argument) {
  return /^[\w./-]+$/.test(argument) ? argument : `'${argument}'`;
}

if (!existsSync(command)) {
  console.error('dist/node/labelwise.js is not there yet: run "npm run build" first.');
  process.exit(2);
}
for (const { says, runs, ends } of steps) {
  console.log(`\n# ${says}\n$ labelwise ${runs.map(quoted).join(' ')}`);
  const { status, error } = spawnSync(process.execPath, [command, ...runs], { cwd: root, stdio: 'inherit' });
  if (error !== undefined) throw error;
  if (status !== ends) {
    console.error(`labelwise ${runs[0]} ended with status ${status}; ${ends} was expected.`);
    process.exit(2);
  }
}
console.log('\nMore: node dist/node/labelwise.js --help');
