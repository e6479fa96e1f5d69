import type { Source } from '../engine/dataset.ts';

/** The longest text of objects that a link may have, packed: longer ones are cut by what sends links about. */
const LONGEST = 16_000;

/** The most that a packed text may become, so that no link fills the memory. */
const LARGEST = 8_000_000;

async function through(bytes: Uint8Array<ArrayBuffer>, stream: GenericTransformStream): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = new Blob([bytes])
    .stream()
    .pipeThrough(stream as ReadableWritablePair)
    .getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const part = read.value as Uint8Array;
    size += part.length;
    if (size > LARGEST) throw new Error('the objects of this link are too large');
    parts.push(part);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Packs texts into what a link can hold; undefined where they are too long for one. */
export async function packed(sources: readonly Source[]): Promise<string | undefined> {
  const text = JSON.stringify(sources.map(({ name, text }) => [name, text]));
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'));
  let units = '';
  for (const byte of bytes) units += String.fromCharCode(byte);
  const letters = btoa(units).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  return letters.length > LONGEST ? undefined : `z.${letters}`;
}

/**
 * The texts that were packed.
 * @throws Error where it is nothing that was packed here
 */
export async function unpacked(data: string): Promise<readonly Source[]> {
  const letters = data.replace(/^z\./, '').replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Uint8Array.from(atob(letters), (unit) => unit.charCodeAt(0));
  const text = new TextDecoder().decode(await through(bytes, new DecompressionStream('deflate-raw')));
  const read: unknown = JSON.parse(text);
  if (!Array.isArray(read)) throw new Error('this is no list of texts');
  return read.map((pair): Source => {
    const [name, content]: unknown[] = Array.isArray(pair) ? pair : [];
    if (typeof name !== 'string' || typeof content !== 'string') throw new Error('this is no list of texts');
    return { name, text: content };
  });
}
