import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { BUILT, CHROMIUM } from './places.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser listens, for `chromium.connect`. */
    readonly browser: string;
    /** Where the page is served. */
    readonly address: string;
  }
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

/** The page lies behind a path of a host, as a static host serves it. */
const PATH = '/some/path/';

async function served(): Promise<Server> {
  const text = readFileSync(BUILT);
  const server = createServer(({ url = '' }, response) => {
    const isPage = url.split(/[?#]/)[0] === PATH;
    response.statusCode = isPage ? 200 : 404;
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(isPage ? text : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** Starts one browser and one server of the page for all files of tests. */
export default async function setup({ provide }: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (CHROMIUM === undefined) {
    console.warn(
      'no Chromium was found, so the page is not tested in a browser; CHROMIUM=/path/to/it names one',
    );
    return undefined;
  }
  const server = await served();
  const browser = await chromium.launchServer({ executablePath: CHROMIUM, args: FLAGS });
  provide('browser', browser.wsEndpoint());
  provide('address', `http://127.0.0.1:${(server.address() as AddressInfo).port}${PATH}`);
  return async () => {
    await browser.close();
    await new Promise((resolve) => server.close(resolve));
  };
}
