import { readFileSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openPlayground, typeSelector, waitForCount, waitForLink } from './browser.ts';
import { BUILT, CHROMIUM } from './places.ts';

describe.skipIf(CHROMIUM === undefined)('the page is one file, which needs nothing else', () => {
  const playground = openPlayground();

  test('it asks the network for itself alone, whatever one does', async () => {
    const { page, requests, complaints } = await playground.visit();
    for (const name of ['Compare', 'Relations', 'Manifests', 'Grammar'])
      await page.click(`role=tab[name=/${name}/]`);
    await page.click('text=100,000 pods');
    await page.waitForFunction(() =>
      document.querySelector('.count')?.textContent?.includes('of 100,000 pods'),
    );
    const outside = requests.filter((url) => !/^(?:blob|data):/.test(url));
    expect(outside).toEqual([playground.address]);
    expect(complaints).toEqual([]);
  });

  test('its policy lets nothing out', async () => {
    const { page } = await playground.visit();
    const sent = await page.evaluate(async () => {
      try {
        await fetch('/anything');
        return 'sent';
      } catch {
        return 'refused';
      }
    });
    expect(sent).toBe('refused');
  });

  test('it works as a file of a disk, kernel and worker included', async () => {
    const { page, complaints } = await playground.visit('#s=app=web', undefined, pathToFileURL(BUILT).href);
    await waitForCount(page, '3');
    await typeSelector(page, 'app=api');
    await waitForCount(page, '1');
    await waitForLink(page, '#s=app%3Dapi');
    await page.click('text=100,000 pods');
    await page.waitForFunction(() =>
      document.querySelector('.count')?.textContent?.includes('of 100,000 pods'),
    );
    expect(complaints).toEqual([]);
  });

  test('it names no machine, and is of a size that one waits for', () => {
    const text = readFileSync(BUILT, 'utf8');
    expect(text.match(/\/(?:work|home|root|Users)\/[\w/]*/g)).toBeNull();
    expect(statSync(BUILT).size).toBeLessThan(1_600_000);
  });
});
