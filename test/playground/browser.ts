import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { CATEGORIES, MARK, taskTimes } from './tasks.ts';

/** How long to wait for what should be there, in milliseconds: machines may be busy with other things. */
export const PATIENCE = 40_000;

/** A page that is open, and what it did besides. */
export interface Visit {
  readonly page: Page;
  /** What it complained about: errors and warnings of the console, and errors that nobody caught. */
  readonly complaints: readonly string[];
  /** What it asked the network for, the page itself left out. */
  readonly requests: readonly string[];
}

const WINDOW = { viewport: { width: 1280, height: 900 } } as const satisfies BrowserContextOptions;

/** The browser that all files of tests share (`shared-browser.ts`), for those of one file. */
export class Playground {
  #browser: Browser | undefined;
  /** The window of all visits without options of their own: opening one takes longer than opening the page. */
  #window: BrowserContext | undefined;
  readonly #pages: Page[] = [];

  /** Where the page is served. */
  get address(): string {
    return inject('address');
  }

  get #connected(): Browser {
    if (this.#browser === undefined) throw new Error('no browser is connected');
    return this.#browser;
  }

  async connect(): Promise<void> {
    this.#browser = await chromium.connect(inject('browser'));
  }

  async disconnect(): Promise<void> {
    await this.#browser?.close();
  }

  async #windowWith(options: BrowserContextOptions | undefined): Promise<BrowserContext> {
    if (options !== undefined) return this.#connected.newContext({ ...WINDOW, ...options });
    this.#window ??= await this.#connected.newContext(WINDOW);
    return this.#window;
  }

  /** Opens the page anew, as somebody who was never there, and waits until it has an answer. */
  async visit(hash = '', options?: BrowserContextOptions, address: string = this.address): Promise<Visit> {
    const page = await (await this.#windowWith(options)).newPage();
    this.#pages.push(page);
    page.setDefaultTimeout(PATIENCE);
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(address + hash);
    await page.waitForSelector('.count-number');
    return { page, complaints, requests };
  }

  /** Closes what was visited, and forgets what it has kept: pages that are left open take time from the next ones. */
  async leave(): Promise<void> {
    for (const page of this.#pages.splice(0)) {
      await page.evaluate(() => localStorage.clear());
      await (page.context() === this.#window ? page : page.context()).close();
    }
  }

  /** How long the tasks of the page's main thread take while something is done: {@link taskTimes}. */
  async traced(page: Page, act: () => Promise<void>): Promise<readonly number[]> {
    await this.#connected.startTracing(page, { categories: CATEGORIES });
    await page.evaluate((mark) => performance.mark(mark), MARK);
    await act();
    return taskTimes(await this.#connected.stopTracing());
  }
}

/** The playground for the tests of a file or of a group; what a test opens is closed after it. */
export function openPlayground(): Playground {
  const playground = new Playground();
  beforeAll(() => playground.connect());
  afterEach(() => playground.leave());
  afterAll(() => playground.disconnect());
  return playground;
}

/** Types a text in the place of what the field has, key by key. */
export async function typeSelector(page: Page, text: string): Promise<void> {
  await page.click('.asking .cm-content');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.type(text);
}

/** The text of the field. */
export function fieldText(page: Page): Promise<string> {
  return page.locator('.asking .cm-content').innerText();
}

/** Waits until so many objects are said to match. */
export async function waitForCount(page: Page, count: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelector('.count-number')?.textContent === wanted,
    count,
  );
}

/** Waits until the link says this of what was chosen, behind `#`. */
export async function waitForLink(page: Page, hash: string): Promise<void> {
  await page.waitForFunction((wanted) => location.hash === wanted, hash);
}

/** How long nothing changes before the page writes its link, in milliseconds, as `state/link.ts` has it. */
const LINK_CALM = 300;

/** The link, when all that was chosen so far is in it: timers end in the order in which they were begun. */
export function writtenLink(page: Page): Promise<string> {
  return page.evaluate(async (calm) => {
    await new Promise((resolve) => setTimeout(resolve, calm));
    return location.hash;
  }, LINK_CALM);
}
