/** An element of an XML text. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The text directly within it. */
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.test(text) || text.includes('<'))
    throw new Error(`not XML: ${text}`);
  return text.replace(/&(?:#(\d+)|(\w+));/g, (_, code, name) =>
    code === undefined ? (ENTITIES[name] ?? '') : String.fromCodePoint(Number(code)),
  );
}

/**
 * The elements of an XML text in the order they begin: a small reader for what tests have written, strict where a parser
 * would be. Throws for what is not well formed.
 */
export function xmlElements(xml: string): XmlElement[] {
  const found: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const open: (typeof found)[number][] = [];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml))
    throw new Error('a character XML cannot hold');
  const body = xml.replace(/^<\?xml [^?]*\?>\s*/, '').replace(/<!--(?:(?!--)[\s\S])*-->/g, '');
  const token = /<(\/)?([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/)?>|([^<]+)/y;
  while (token.lastIndex < body.length) {
    const at = token.lastIndex;
    const match = token.exec(body);
    if (match === null) throw new Error(`not XML at: ${body.slice(at, at + 80)}`);
    const [, closing, name = '', attributes = '', selfClosing, text] = match;
    const parent = open.at(-1);
    if (text !== undefined) {
      if (parent !== undefined) parent.text += decoded(text);
      else if (text.trim() !== '') throw new Error(`text outside of the root: ${text}`);
    } else if (closing !== undefined) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing`);
    } else {
      const element = { name, attributes: {} as Record<string, string>, text: '' };
      for (const [, key = '', value = ''] of attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)) {
        if (Object.hasOwn(element.attributes, key)) throw new Error(`${key} stands twice`);
        element.attributes[key] = decoded(value);
      }
      found.push(element);
      if (selfClosing === undefined) open.push(element);
    }
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)?.name}> is not closed`);
  return found;
}
