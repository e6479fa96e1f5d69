import { rolldown } from 'rolldown';

/**
 * Joins the built files into the few that Node loads, in `node/` beside them: `import 'labelwise'` opens four files
 * instead of fifty, which is most of what it costs to start, and the command what its subcommand needs. Bundlers and
 * browsers get the files as tsc builds them, and leave out what is not used (package.json, "exports").
 *
 * @param {string} dist the folder that tsc has built, with a slash at its end
 */
export async function bundle(dist) {
  const build = await rolldown({
    input: {
      index: `${dist}index.js`,
      manifests: `${dist}manifests.js`,
      sql: `${dist}sql.js`,
      labelwise: `${dist}cli/main.js`,
      thorough: `${dist}syntax/thorough.js`,
    },
    platform: 'node',
    external: ['commander', 'yaml'],
    // The grammar stays apart, and is loaded when it is first needed; Chevrotain then comes as one file.
    resolve: {
      alias: {
        '#grammar': `${dist}syntax/grammar-lazy.node.js`,
        chevrotain: `${dist}syntax/chevrotain.node.js`,
      },
    },
  });
  // Docstrings are for the declarations, which stay beside the files of tsc.
  await build.write({ dir: `${dist}node`, format: 'esm', chunkFileNames: '[name].js', comments: false });
  await build.close();
}
