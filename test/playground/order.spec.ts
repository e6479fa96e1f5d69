import { describe, expect, test } from 'vitest';
import { fieldText, openPlayground, waitForCount, waitForLink, writtenLink } from './browser.ts';
import { drop, linkWith, pause, pod, slowPacking, together, typeAndClick } from './late.ts';
import { CHROMIUM } from './places.ts';

describe.skipIf(CHROMIUM === undefined)('of several objects the last that were wanted are asked', () => {
  const playground = openPlayground();

  test('not a text that was typed just before', async () => {
    const { page } = await playground.visit('#t=manifests');
    await page.click('.manifest-editor .cm-content');
    await typeAndClick(page, '# typed', 'text=100,000 pods');
    await page.waitForSelector('.count:has-text("of 100,000 pods")');
    await waitForLink(page, '#t=manifests&d=cluster');
  });

  test('not files that are still read', async () => {
    const { page } = await playground.visit(linkWith(pod('mine'), 's=&'));
    await drop(page, 'slow.yaml', pod('slow'), 600);
    await page.click('text=Example');
    await waitForCount(page, '9');
    await drop(page, 'slow.yaml', pod('slow'), 600);
    await drop(page, 'quick.yaml', pod('quick'));
    await page.waitForSelector('.row-name:text-is("quick")');
    await pause(page, 1000);
    expect(await page.innerText('.row-name')).toBe('quick');
    await page.waitForSelector('.busy:not(.is-busy)', { state: 'attached' });
  });

  test('files that cannot be read leave those that are read meanwhile', async () => {
    const { page } = await playground.visit('#s=');
    const cluster = await page.$('text=100,000 pods');
    await page.evaluate((element) => {
      (element as HTMLElement).click();
      const event = new DragEvent('drop', { bubbles: true, cancelable: true });
      const folder = { name: 'folder', text: () => Promise.reject(new Error('this is a folder')) };
      const dataTransfer = { types: ['Files'], files: [folder] };
      document.body.dispatchEvent(Object.defineProperty(event, 'dataTransfer', { value: dataTransfer }));
    }, cluster);
    await waitForCount(page, '100,000');
    await page.waitForSelector('.busy:not(.is-busy)', { state: 'attached' });
  });

  test('not those of a link that are still unpacked', async () => {
    const { page } = await playground.visit('#s=');
    const cluster = await page.$('text=100,000 pods');
    await page.evaluate(slowPacking, 500);
    await page.evaluate(
      ([hash, element]) => {
        addEventListener('hashchange', () => (element as HTMLElement).click(), { once: true });
        location.hash = hash;
      },
      [linkWith(pod('mine'), 's=&'), cluster] as const,
    );
    await waitForCount(page, '100,000');
    await pause(page, 800);
    expect(await page.innerText('.count-number')).toBe('100,000');
  });
});

describe.skipIf(CHROMIUM === undefined)('the link, while objects change', () => {
  const playground = openPlayground();

  test('has what was just typed when it is copied', async () => {
    const { page } = await playground.visit('#t=manifests');
    await page.evaluate(() => {
      navigator.clipboard.writeText = async (copied) => void Object.assign(globalThis, { copied });
    });
    await page.click('.manifest-editor .cm-content');
    await typeAndClick(page, '# typed', 'text=Copy link');
    await page.waitForSelector('.share-told:has-text("Link copied")');
    const copied: string = await page.evaluate(() => Reflect.get(globalThis, 'copied'));
    const { page: other } = await playground.visit(new URL(copied).hash);
    await expect.poll(() => other.innerText('.manifest-editor .cm-content')).toContain('# typed');
  });

  test('that took long to pack is not written over a newer one', async () => {
    const { page } = await playground.visit('#t=manifests');
    await page.evaluate(slowPacking, 1000);
    await page.click('text=Begin empty');
    await pause(page, 400);
    await page.click('text=Back to the example');
    await pause(page, 1500);
    expect(await writtenLink(page)).toBe('#t=manifests');
  });

  test('chooses an object of its own, also where there were others', async () => {
    const { page } = await playground.visit();
    await page.waitForSelector('.why h3');
    await page.evaluate(slowPacking, 200);
    await page.evaluate(
      (hash) => {
        location.hash = hash;
      },
      linkWith(together(pod('one'), pod('two')), 's=&o=here/Pod/two&'),
    );
    await page.waitForSelector('.why h3:text-is("two")');
    await expect.poll(() => writtenLink(page)).toContain('o=here/Pod/two');
  });

  test('tells nothing while its objects are unpacked', async () => {
    const { page } = await playground.visit(linkWith(pod('mine'), 's=&'));
    await page.addInitScript(slowPacking, 500);
    await page.addInitScript(() => {
      const told: string[] = [];
      Object.assign(globalThis, { told });
      const look = () => told.push(...[...document.querySelectorAll('.notice')].map((one) => one.innerHTML));
      new MutationObserver(look).observe(document, { childList: true, subtree: true });
    });
    await page.reload();
    await waitForCount(page, '1');
    expect(await page.evaluate(() => Reflect.get(globalThis, 'told'))).toEqual([]);
  });

  test('has a selector of one line, whatever it says', async () => {
    const { page } = await playground.visit('#s=app%0A,tier');
    await expect.poll(() => fieldText(page)).toBe('app ,tier');
    await expect.poll(() => writtenLink(page)).toBe('#s=app+,tier');
  });

  test('puts the cursor where the page takes it to be', async () => {
    const { page } = await playground.visit('#t=grammar&s=!old,app');
    await page.click('.asking .cm-content');
    await page.keyboard.press('Home');
    const isFirst = () => page.isChecked('.segmented label:has-text("!old") input');
    await expect.poll(isFirst).toBe(true);
    await page.evaluate(() => {
      location.hash = 't=grammar&v=all&s=!old,app';
    });
    await expect.poll(isFirst).toBe(false);
    await page.keyboard.type('s');
    await expect.poll(() => fieldText(page)).toBe('!old,apps');
  });
});
