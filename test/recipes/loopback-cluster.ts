import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PodHistory } from './pod-history.ts';

/** A watch that is open: its answer, and the version up to which it was told. */
interface Watcher {
  readonly answer: ServerResponse;
  readonly bookmarks: boolean;
  told: number;
}

/** How often each thing happened, so that tests can ask whether it did. */
export interface Seen {
  lists: number;
  watches: number;
  bookmarks: number;
  ends: number;
  drops: number;
  resets: number;
  cuts: number;
  refusals: number;
  goneAnswers: number;
  goneEvents: number;
}

const PATH = '/api/v1/pods';

/**
 * As much of an API server as an informer of pods talks to, on the loopback interface: LIST and WATCH with
 * resourceVersion and bookmarks, as the Kubernetes API concepts have them, and the faults that networks and servers have.
 */
export class LoopbackCluster {
  readonly history: PodHistory = new PodHistory();
  readonly seen: Seen = {
    lists: 0,
    watches: 0,
    bookmarks: 0,
    ends: 0,
    drops: 0,
    resets: 0,
    cuts: 0,
    refusals: 0,
    goneAnswers: 0,
    goneEvents: 0,
  };
  /** How a watch from a version that is forgotten is refused: API servers do both. */
  gone: 'answer' | 'event' = 'event';
  /** The version that the last watch asked for. */
  lastWatched = '';

  readonly #server: Server;
  readonly #watchers = new Set<Watcher>();
  #down = false;
  #mute = false;
  #cut = false;
  #held: (() => void)[] | undefined;

  private constructor() {
    this.#server = createServer((request, answer) => this.#answer(request, answer));
    this.#server.on('connection', (socket) => {
      if (!this.#down) return;
      this.seen.refusals += 1;
      socket.resetAndDestroy();
    });
  }

  static async start(): Promise<LoopbackCluster> {
    const cluster = new LoopbackCluster();
    await new Promise<void>((resolve) => cluster.#server.listen(0, '127.0.0.1', resolve));
    return cluster;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Watches that are open. */
  get watching(): number {
    return this.#watchers.size;
  }

  /** Requests that are held. */
  get holding(): number {
    return this.#held?.length ?? 0;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  put(namespace: string, name: string, labels: Readonly<Record<string, string>>): void {
    this.history.put(namespace, name, labels);
    this.#publish();
  }

  delete(namespace: string, name: string): void {
    this.history.delete(namespace, name);
    this.#publish();
  }

  /** Something changes that is not a pod: the version goes on, and no watch is told. */
  tick(): void {
    this.history.tick();
    this.#publish();
  }

  /** Sends a bookmark to the watches that want them. */
  bookmark(): void {
    for (const watcher of this.#watchers) {
      if (!watcher.bookmarks) continue;
      const resourceVersion = String(watcher.told);
      const object = { apiVersion: 'v1', kind: 'Pod', metadata: { resourceVersion } };
      watcher.answer.write(line({ type: 'BOOKMARK', object }));
      this.seen.bookmarks += 1;
    }
  }

  /** Ends the open watches as a server does whose time for them is up. */
  end(): void {
    for (const watcher of this.#watchers) {
      this.#watchers.delete(watcher);
      watcher.answer.end();
      this.seen.ends += 1;
    }
  }

  /** Ends the open watches with an error of the server, told in the stream. */
  fail(message: string): void {
    const text = line({ type: 'ERROR', object: failure(500, 'InternalError', message) });
    for (const { answer } of this.#watchers) answer.write(text);
    this.end();
  }

  /** Breaks the connections of the open watches: closed without an end of the answer, or reset. */
  drop(how: 'close' | 'reset'): void {
    for (const watcher of this.#watchers) {
      this.#watchers.delete(watcher);
      if (how === 'close') watcher.answer.socket?.destroy();
      else watcher.answer.socket?.resetAndDestroy();
      this.seen[how === 'close' ? 'drops' : 'resets'] += 1;
    }
  }

  /** Has the next event break the connections in the middle of its line. */
  cutNext(): void {
    this.#cut = true;
  }

  /** Keeps events from the open watches, until they are let through; a watch may fall behind what is forgotten. */
  mute(mute: boolean): void {
    this.#mute = mute;
    this.#publish();
  }

  /** Breaks every connection and resets new ones, until it is up again. */
  down(down: boolean): void {
    this.#down = down;
    if (!down) return;
    this.#watchers.clear();
    this.#server.closeAllConnections();
  }

  /** Answers nothing, until it is released; lists tell what there was when they were asked for. */
  hold(): void {
    this.#held ??= [];
  }

  /** Answers what is held, the latest first. */
  release(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const go of held.reverse()) go();
  }

  #answer(request: IncomingMessage, answer: ServerResponse): void {
    const { pathname, searchParams } = new URL(request.url ?? '', this.url);
    const status = (code: number, reason: string, message: string) =>
      answer
        .writeHead(code, { 'content-type': 'application/json' })
        .end(line(failure(code, reason, message)));
    if (pathname !== PATH) status(404, 'NotFound', 'the server could not find the requested resource');
    else if (searchParams.get('watch') === 'true') this.#later(() => this.#watch(searchParams, answer));
    else this.#list(answer);
  }

  #later(go: () => void): void {
    if (this.#held === undefined) go();
    else this.#held.push(go);
  }

  #list(answer: ServerResponse): void {
    this.seen.lists += 1;
    const items = [...this.history.pods.values()];
    const metadata = { resourceVersion: String(this.history.version) };
    const body = line({ apiVersion: 'v1', kind: 'PodList', metadata, items });
    this.#later(() => answer.writeHead(200, { 'content-type': 'application/json' }).end(body));
  }

  #watch(query: URLSearchParams, answer: ServerResponse): void {
    if (answer.destroyed) return;
    this.seen.watches += 1;
    this.lastWatched = query.get('resourceVersion') ?? '';
    // Without a version a real server begins with what there is. An informer must not ask for that.
    if (!/^[1-9][0-9]*$/.test(this.lastWatched)) {
      answer.writeHead(400).end();
      return;
    }
    const told = Number(this.lastWatched);
    if (this.gone === 'answer' && this.history.since(told) === undefined) {
      this.seen.goneAnswers += 1;
      answer.writeHead(410, { 'content-type': 'application/json' }).end(line(tooOld(told)));
      return;
    }
    const watcher = { answer, bookmarks: query.get('allowWatchBookmarks') === 'true', told };
    this.#watchers.add(watcher);
    answer.on('close', () => this.#watchers.delete(watcher));
    answer.writeHead(200, { 'content-type': 'application/json' });
    answer.flushHeaders();
    this.#tell(watcher);
  }

  #publish(): void {
    for (const watcher of this.#watchers) this.#tell(watcher);
  }

  #tell(watcher: Watcher): void {
    if (this.#mute) return;
    const events = this.history.since(watcher.told);
    if (events === undefined) {
      this.seen.goneEvents += 1;
      this.#watchers.delete(watcher);
      watcher.answer.end(line({ type: 'ERROR', object: tooOld(watcher.told) }));
      return;
    }
    for (const { type, object } of events) {
      const text = line({ type, object });
      if (this.#cut) {
        this.#cut = false;
        this.seen.cuts += 1;
        this.#watchers.delete(watcher);
        watcher.answer.write(text.slice(0, text.length / 2), () => watcher.answer.socket?.destroy());
        return;
      }
      watcher.answer.write(text);
    }
    // A watch from a version yet to come is told nothing until then.
    watcher.told = Math.max(watcher.told, this.history.version);
  }
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}

/** A Status, as the API server writes it. */
function failure(code: number, reason: string, message: string): object {
  return { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, reason, code };
}

function tooOld(version: number): object {
  return failure(410, 'Expired', `too old resource version: ${version}`);
}
