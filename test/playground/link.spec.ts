import { describe, expect, test } from 'vitest';
import { fieldText, openPlayground, typeSelector, waitForCount, writtenLink } from './browser.ts';
import { CHROMIUM } from './places.ts';

describe.skipIf(CHROMIUM === undefined)('the link', () => {
  const playground = openPlayground();

  test('is empty at first, and restores everything that was chosen', async () => {
    const { page } = await playground.visit();
    await expect.poll(() => writtenLink(page)).toBe('');
    await typeSelector(page, 'tier in (front, back), app!=web, release>5');
    await page.keyboard.press('Escape');
    await page.click('text=Every object');
    await page.selectOption('.namespace select', 'shop');
    await page.click('text=Not matching');
    await page.click('.row:has-text("web-canary") >> nth=1');
    await page.click('role=tab[name="Compare"]');
    await page.click('.compare-field .cm-content');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('tier=back');
    const hash = await writtenLink(page);

    const { page: other } = await playground.visit(hash);
    await expect.poll(() => fieldText(other)).toBe('tier in (front, back), app!=web, release>5');
    await other.waitForSelector('.why h3:has-text("web-canary")');
    await expect.poll(() => other.inputValue('.namespace select')).toBe('shop');
    await expect.poll(() => other.isChecked('text=Every object')).toBe(true);
    await expect.poll(() => other.isChecked('text=Not matching')).toBe(true);
    await expect.poll(() => other.innerText('.compare-field .cm-content')).toBe('tier=back');
    await expect.poll(() => other.innerText('.count')).toBe(await page.innerText('.count'));
    await expect.poll(() => writtenLink(other)).toBe(hash);
  });

  test('has the objects that were typed, packed', async () => {
    const { page } = await playground.visit('#t=manifests&s=mine');
    await page.click('text=Begin empty');
    await page.click('.manifest-editor .cm-content');
    await page.keyboard.type(
      'kind: Pod\napiVersion: v1\nmetadata: { name: only, labels: { mine: "ja – é" } }',
    );
    await waitForCount(page, '1');
    await page.click('text=Copy link');
    await page.waitForSelector('.share-told:has-text("Link copied")');
    const hash = await page.evaluate(() => location.hash);
    expect(hash).toContain('d=z.');
    const { page: other, complaints } = await playground.visit(hash);
    await waitForCount(other, '1');
    await expect.poll(() => other.innerText('.row-labels')).toBe('mine=ja – é');
    expect(complaints).toEqual([]);
  });

  test('follows what is changed in it by hand', async () => {
    const { page } = await playground.visit('#s=app=web');
    await waitForCount(page, '3');
    await page.evaluate(() => {
      location.hash = 's=app=api';
    });
    await waitForCount(page, '1');
    await expect.poll(() => fieldText(page)).toBe('app=api');
  });

  test('what is changed in it by hand is kept when it was about to be written', async () => {
    const { page } = await playground.visit('#s=app=web');
    await waitForCount(page, '3');
    const notMatching = await page.$('text=Not matching');
    // Something is chosen, then somebody changes the link, and the page is busy until its own link is due as well.
    await page.evaluate((element) => {
      (element as HTMLElement).click();
      setTimeout(() => {
        location.hash = 's=app=api';
      });
      const until = performance.now() + 1000;
      while (performance.now() < until);
    }, notMatching);
    await waitForCount(page, '1');
    await expect.poll(() => fieldText(page)).toBe('app=api');
  });

  test('a link that is damaged is told until other objects are read, and the page works', async () => {
    const { page, complaints } = await playground.visit('#d=z.nonsense&s=app=web&t=nothing&v=x');
    await waitForCount(page, '3');
    await expect.poll(() => page.innerText('.notice')).toContain('the objects of this link cannot be read');
    await page.click('text=Your own');
    await page.waitForSelector('.notice', { state: 'detached' });
    expect(complaints).toEqual([]);
  });
});
