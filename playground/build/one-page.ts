import { createHash } from 'node:crypto';
import type { Plugin, Rollup } from 'vite';

/** What the page may do, and nothing else: it has no way to send anything anywhere. */
function policyOf(scripts: readonly string[]): string {
  const hashes = scripts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  return [
    "default-src 'none'",
    // The kernel of the indexes is WebAssembly, whose bytes are part of the script.
    `script-src ${hashes.join(' ')} 'wasm-unsafe-eval'`,
    'worker-src blob:',
    // CodeMirror puts its styles into the page.
    "style-src 'unsafe-inline'",
    'font-src data:',
    'img-src data:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function textOf(source: string | Uint8Array): string {
  return typeof source === 'string' ? source : new TextDecoder().decode(source);
}

function takeOut(bundle: Rollup.OutputBundle, name: string): string {
  const found = bundle[name];
  if (found === undefined) throw new Error(`the page refers to ${name}, which was not built`);
  delete bundle[name];
  return found.type === 'chunk' ? found.code : textOf(found.source);
}

/**
 * Puts the script and the style of a page into the page itself, so that it is one file, which works wherever it lies: on any
 * host, under any path, and opened from a disk, where a browser loads no modules. A policy then allows this script alone.
 */
export function onePage(): Plugin {
  return {
    name: 'one-page',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('no page was built');
        const scripts: string[] = [];
        const html = textOf(page.source)
          .replace(/<link rel="stylesheet"[^>]*href="\.\/([^"]+)"[^>]*>/g, (_tag, name: string) => {
            const style = takeOut(bundle, name);
            return `<style>${style.replaceAll('</style', '<\\/style')}</style>`;
          })
          .replace(
            /\s*<script type="module"[^>]*src="\.\/([^"]+)"[^>]*><\/script>/g,
            (_tag, name: string) => {
              scripts.push(takeOut(bundle, name).replaceAll('</script', '<\\/script').trim());
              return '';
            },
          );
        const body = scripts.map((text) => `<script type="module">${text}</script>`).join('\n');
        const policy = `<meta http-equiv="Content-Security-Policy" content="${policyOf(scripts)}">`;
        // As functions: texts have a "$" in them, which would mean something in a replacement.
        page.source = html
          .replace('<meta charset="utf-8">', (tag) => `${tag}\n    ${policy}`)
          .replace('</body>', () => `${body}\n  </body>`);
        const left = Object.keys(bundle).filter((name) => name !== 'index.html');
        if (left.length > 0) throw new Error(`the page would need further files: ${left.join(', ')}`);
      },
    },
  };
}
