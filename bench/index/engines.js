/**
 * What is compared. Each engine is measured in processes of its own, so it is loaded only there.
 *
 * @typedef {{ id: string, namespace: string, labels: Record<string, string> }} FleetObject
 *
 * @typedef {object} Engine
 * @property {(objects: Iterable<FleetObject>) => void} load
 * @property {(query: import('../corpus/fleet/queries.js').FleetQuery) => any} asked a query in the engine's language
 * @property {boolean} [remembers] whether it keeps something of a query that may be asked again
 * @property {(asked: any) => number} count
 * @property {(asked: any, limit: number) => string[]} [first]
 * @property {(asked: any) => string[]} [ids]
 * @property {(asked: any) => Uint32Array} [ordinals] the results as numbers
 * @property {(ordinal: number) => string} [idAt]
 * @property {(before: FleetObject, after: FleetObject) => void} [change] gives an object other labels
 * @property {(object: FleetObject) => void} [remove]
 * @property {(object: FleetObject) => void} [insert]
 * @property {() => Uint8Array} [snapshot]
 * @property {(bytes: Uint8Array) => void} [restore] goes on with what was in a snapshot
 * @property {() => { accounted: number, kernel: string }} [describe] bytes by its own account
 * @property {(asked: any) => string} [plan] how it counts
 */

const ours = (kernel) => async (entry) =>
  (await import('./engines/labelwise.js')).labelwise(entry, { kernel });

/**
 * `timed` up to that size calls are repeated, and above it each is made once: it takes long enough. `most` is the
 * largest size that is measured at all.
 */
export const ENGINES = {
  labelwise: {
    title: 'labelwise',
    start: ours('webassembly'),
    timed: Number.POSITIVE_INFINITY,
    most: { unique: 10_000_000, replicas: 10_000_000 },
  },
  typescript: {
    title: 'labelwise without WebAssembly',
    start: ours('typescript'),
    timed: Number.POSITIVE_INFINITY,
    most: { unique: 10_000_000, replicas: 10_000_000 },
  },
  roaring: {
    title: 'roaring-wasm',
    start: async () => (await import('./engines/roaring-wasm.js')).roaringWasm(),
    timed: Number.POSITIVE_INFINITY,
    most: { unique: 1_000_000, replicas: 10_000_000 },
  },
  scan: {
    title: 'compiled matcher',
    start: async (entry) => (await import('./engines/scans.js')).linearScan(entry),
    timed: 100_000,
    most: { unique: 1_000_000, replicas: 1_000_000 },
  },
  // A query takes these seconds at a million objects; one shape is enough to see it.
  sift: {
    title: 'sift',
    start: async () => (await import('./engines/scans.js')).siftScan(),
    timed: 10_000,
    most: { unique: 1_000_000, replicas: 100_000 },
  },
  mingo: {
    title: 'mingo',
    start: async () => (await import('./engines/scans.js')).mingoScan(),
    timed: 10_000,
    most: { unique: 1_000_000, replicas: 100_000 },
  },
};

/** @typedef {keyof typeof ENGINES} EngineName */
export const ENGINE_NAMES = Object.keys(ENGINES);
