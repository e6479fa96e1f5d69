import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { CATEGORIES, taskTimes } from './tasks.ts';

/** The page as it was built. */
export const BUILT: string = fileURLToPath(new URL('../../playground/dist/index.html', import.meta.url));

/** Where distributions put Chromium, and what may name another place. */
const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A browser that the tests can use, or undefined; `CHROMIUM` names one that is elsewhere. */
export const CHROMIUM: string | undefined = PLACES.find((place) => place !== undefined && existsSync(place));

if (CHROMIUM === undefined) {
  console.warn(
    'no Chromium was found, so the page is not tested in a browser; CHROMIUM=/path/to/it names one',
  );
}

/** It looks for nothing of its own on the network. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How long to wait for what should be there, in milliseconds: machines may be busy with other things. */
const PATIENCE = 40_000;

/** A page that is open, and what it did besides. */
export interface Visit {
  readonly page: Page;
  /** What it complained about: errors and warnings of the console, and errors that nobody caught. */
  readonly complaints: readonly string[];
  /** What it asked the network for, the page itself left out. */
  readonly requests: readonly string[];
}

/** A browser, and the page behind a path of a host, as a static host serves it. */
export class Playground {
  readonly #browser: Browser;
  readonly #server: Server;
  readonly address: string;

  private constructor(browser: Browser, server: Server) {
    this.#browser = browser;
    this.#server = server;
    this.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/some/path/`;
  }

  static async open(): Promise<Playground> {
    const server = createServer(({ url = '' }, response) => {
      const isPage = url.split(/[?#]/)[0] === '/some/path/';
      response.statusCode = isPage ? 200 : 404;
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(isPage ? readFileSync(BUILT) : '');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const browser = await chromium.launch({ ...(CHROMIUM && { executablePath: CHROMIUM }), args: FLAGS });
    return new Playground(browser, server);
  }

  /** Opens the page anew, as somebody who was never there, and waits until it has an answer. */
  async visit(
    hash = '',
    options: BrowserContextOptions = {},
    address: string = this.address,
  ): Promise<Visit> {
    const context = await this.#browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(address + hash);
    await page.waitForSelector('.count-number', { timeout: PATIENCE });
    return { page, complaints, requests };
  }

  /** How long the tasks of the page's main thread take while something is done: {@link taskTimes}. */
  async traced(page: Page, act: () => Promise<void>): Promise<readonly number[]> {
    await this.#browser.startTracing(page, { categories: CATEGORIES });
    await act();
    return taskTimes(await this.#browser.stopTracing());
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await new Promise((resolve) => this.#server.close(resolve));
  }
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
