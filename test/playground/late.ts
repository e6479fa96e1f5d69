import { deflateRawSync } from 'node:zlib';
import type { Page } from 'playwright-core';

/* Pages on which things come late, and objects for them. */

/** A pod, as a manifest. */
export function pod(name: string, labels = 'app: mine'): string {
  return `apiVersion: v1\nkind: Pod\nmetadata: { name: ${name}, namespace: here, labels: { ${labels} } }\n`;
}

/** A service that selects nothing, as a manifest. */
export function idle(selector: string): string {
  return `apiVersion: v1\nkind: Service\nmetadata: { name: idle, namespace: here }\nspec: { selector: { ${selector} } }\n`;
}

/** Several manifests in one text. */
export function together(...manifests: readonly string[]): string {
  return manifests.join('---\n');
}

/** A link with a text of objects, as the page packs it. */
export function linkWith(text: string, more = ''): string {
  const packed = deflateRawSync(JSON.stringify([['mine.yaml', text]])).toString('base64url');
  return `#${more}d=z.${packed}`;
}

/** Lets so many milliseconds pass, in which what comes too late comes. */
export function pause(page: Page, time: number): Promise<void> {
  return page.evaluate((wanted) => new Promise((resolve) => setTimeout(resolve, wanted)), time);
}

/** From now on every question takes so many milliseconds longer to the worker; their order stays. */
export async function slowWorker(page: Page, delay: number): Promise<void> {
  await page.evaluate((late) => {
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (this: Worker, ...message: [unknown]) {
      setTimeout(() => Reflect.apply(postMessage, this, message), late);
    };
  }, delay);
}

/** Makes packing and unpacking take so many milliseconds longer, in the page that this is evaluated in. */
export function slowPacking(delay: number): void {
  const { stream } = Blob.prototype;
  Blob.prototype.stream = function (this: Blob) {
    const start = () => new Promise<void>((resolve) => setTimeout(resolve, delay));
    return stream.call(this).pipeThrough(new TransformStream({ start }));
  };
}

/** Types at the cursor, and clicks at once: sooner than any hand. */
export async function typeAndClick(page: Page, text: string, selector: string): Promise<void> {
  const target = await page.waitForSelector(selector);
  await page.evaluate(
    async ([written, element]) => {
      document.execCommand('insertText', false, written);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      (element as HTMLElement).click();
    },
    [text, target] as const,
  );
}

/** Drops a file onto the page, which takes so many milliseconds to be read. */
export async function drop(page: Page, name: string, text: string, delay = 0): Promise<void> {
  await page.evaluate(
    ([called, content, late]) => {
      const file = new File([content], called);
      file.text = () => new Promise((resolve) => setTimeout(() => resolve(content), late));
      const event = new DragEvent('drop', { bubbles: true, cancelable: true });
      const dataTransfer = { types: ['Files'], files: [file] };
      document.body.dispatchEvent(Object.defineProperty(event, 'dataTransfer', { value: dataTransfer }));
    },
    [name, text, delay] as const,
  );
}
