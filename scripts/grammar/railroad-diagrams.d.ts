declare module 'railroad-diagrams' {
  /** A part of a diagram. Strings as items are terminals. */
  interface Item {
    /** SVG attributes of the part's group. */
    readonly attrs: { class?: string; width?: number; height?: number };
    toString(): string;
  }
  interface Diagram extends Item {
    /** Lays the diagram out with some padding; `attrs` has its `width` and `height` afterwards. */
    format(top: number, right: number, bottom: number, left: number): Diagram;
    /** The drawing, once laid out. */
    readonly children: readonly Item[];
  }
  interface Railroad {
    Diagram: {
      (...items: Item[]): Diagram;
      INTERNAL_ALIGNMENT: 'left' | 'center' | 'right';
      VERTICAL_SEPARATION: number;
    };
    Sequence(...items: Item[]): Item;
    Choice(straight: number, ...items: Item[]): Item;
    Optional(item: Item, skip?: 'skip'): Item;
    OneOrMore(item: Item, between?: Item): Item;
    ZeroOrMore(item: Item, between?: Item, skip?: 'skip'): Item;
    Terminal(text: string): Item;
    NonTerminal(text: string): Item;
  }
  const railroad: Railroad;
  export default railroad;
}
