import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fieldText, openPlayground, typeSelector, waitForCount } from './browser.ts';
import { CHROMIUM } from './places.ts';

const flat = (texts: readonly string[]) => texts.map((text) => text.replace(/\s+/g, ' ').trim());

/** The parts of a diagram that the text went through. */
async function taken(page: Page, rule: string): Promise<string[]> {
  return flat(await page.locator(`[data-rule=${rule}] .box.is-taken > text:first-of-type`).allTextContents());
}

describe.skipIf(CHROMIUM === undefined)('the tools', () => {
  const playground = openPlayground();

  test('the plan has every requirement with what is left after it', async () => {
    const { page } = await playground.visit('#s=app in (web,api),!canary');
    await page.waitForSelector('.plan-step');
    await expect
      .poll(async () => flat(await page.locator('.plan-step').allInnerTexts()))
      .toEqual([
        'app in (api,web)leads 4 by itself, 2 sets read 4 left',
        '!canaryheld against its set 8 by itself, 1 set read 3 left',
      ]);
    await page.click('text=To count them');
    await expect.poll(() => page.innerText('.plan-result')).toBe('3 of 9 objects');
  });

  test('two selectors are compared: their relation, and how the objects divide', async () => {
    const { page, complaints } = await playground.visit('#t=compare');
    const cases: readonly [string, string, string, string[]][] = [
      ['app=web', 'app', 'A is narrower', ['3', '0', '5', '1']],
      ['app', 'app=web', 'B is narrower', ['3', '5', '0', '1']],
      ['app=web', 'app in (web)', 'They mean the same', ['3', '0', '0', '6']],
      ['app=web', 'tier=front,!canary', 'They overlap', ['2', '1', '0', '6']],
      ['app=web', 'app=api', 'They are disjoint', ['0', '3', '1', '5']],
    ];
    for (const [first, second, words, counts] of cases) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `t=compare&s=${first}&c=${second}`);
      await page.waitForSelector(`.relation:has-text("${words}")`);
      await page.waitForFunction(
        (wanted) =>
          [...document.querySelectorAll('.parts td.number')].map((one) => one.textContent).join() === wanted,
        counts.join(),
      );
    }
    expect(complaints).toEqual([]);
  });

  test('what is compared may be typed, and tells its mistakes', async () => {
    const { page } = await playground.visit('#t=compare&s=app=web');
    await page.click('.compare-field .cm-content');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('app!=web, b c');
    await expect.poll(() => page.locator('#compared-problems .problem').count()).toBe(1);
    await page.click('#compared-problems .fix-button');
    // The cursor is back in the field.
    await page.keyboard.press('Control+a');
    await page.keyboard.type('app!=web');
    await page.waitForSelector('.relation:has-text("disjoint")');
    await expect
      .poll(async () => flat([await page.innerText('.conflict')]))
      .toEqual(['On app: A asks for app=web, and B asks for app!=web.']);
  });

  test('the graph has who selects whom, and chooses what is clicked', async () => {
    const { page } = await playground.visit('#t=relations');
    await page.waitForSelector('.graph-line');
    await expect.poll(() => page.locator('.node').count()).toBe(16);
    await expect.poll(() => page.locator('.node.is-idle .node-name').allInnerTexts()).toEqual(['cache']);
    await page.click('.node:has(.node-name:text-is("api-legacy"))');
    await page.click('text=The chosen object');
    await expect
      .poll(async () => (await page.locator('.node-name').allInnerTexts()).sort())
      .toEqual(['api-legacy', 'closed', 'data']);
  });

  test('manifests are read while one types, linted, and mended', async () => {
    const { page } = await playground.visit('#t=manifests&s=app=cache');
    await page.waitForSelector('.finding-head');
    await expect.poll(() => page.innerText('.finding-head')).toContain('service-selects-nothing');
    await page.click('.place-button');
    await expect.poll(() => page.locator('.manifest-editor .squiggle').allInnerTexts()).toEqual(['tier']);
    await page.click('.manifests .fix-button');
    await page.waitForSelector('text=The linter finds nothing');
    await expect
      .poll(() => page.innerText('.manifest-editor .cm-content'))
      .toContain('selector: { app: cache, tier: cache }');
    await page.click('text=Begin empty');
    await page.click('.manifest-editor .cm-content');
    await page.keyboard.type('apiVersion: v1\nkind: Pod\nmetadata: { name: mine, labels: { app: cache } }');
    await page.waitForFunction(() => document.querySelector('.count')?.textContent?.includes('of 1 pod'));
    await expect.poll(() => page.innerText('.row-name')).toBe('mine');
    await page.waitForSelector('.why h3:text-is("mine")');
  });

  test('what cannot be read is told at its place', async () => {
    const { page } = await playground.visit('#t=manifests');
    await page.click('text=Begin empty');
    await page.click('.manifest-editor .cm-content');
    await page.keyboard.type('kind: Pod\nmetadata: [');
    await page.waitForSelector('.problem:has-text("cannot be read")');
    await expect.poll(() => page.innerText('.problem .place-button')).toMatch(/^pasted\.yaml:\d+:\d+$/);
  });

  test('the diagram shows the way of the requirement at the cursor, and no other', async () => {
    const { page } = await playground.visit('#t=grammar&s=!old,app in (web,api),tier');
    await expect.poll(() => taken(page, 'selector')).toEqual(['requirement', ',']);
    await expect.poll(() => taken(page, 'requirement')).toEqual(['key']);
    await expect.poll(() => taken(page, 'condition')).toEqual([]);
    await page.click('.asking .cm-content');
    await page.keyboard.press('Home');
    await expect.poll(() => taken(page, 'requirement')).toEqual(['!', 'key']);
    await page.click('.segmented:has-text("!old") label >> nth=1');
    await expect.poll(() => taken(page, 'requirement')).toEqual(['key', 'condition']);
    await expect.poll(() => taken(page, 'condition')).toEqual(['in', 'set']);
    await expect.poll(() => taken(page, 'set')).toEqual(['(', 'value', ',', ')']);
    await expect.poll(() => page.locator('[data-rule=set] .consumed').allTextContents()).toEqual(['web api']);
  });

  test('the diagram shows where a text goes wrong, and what could stand there', async () => {
    const { page } = await playground.visit('#t=grammar');
    await typeSelector(page, 'app=web tier');
    await expect
      .poll(() => page.innerText('.walk-end'))
      .toBe('The way ends at “tier”, where “,” could stand.');
    const missing = page.locator('.box.is-missing > text:first-of-type');
    await expect.poll(async () => flat(await missing.allTextContents())).toEqual([',']);
    await typeSelector(page, 'release>');
    await expect
      .poll(() => page.innerText('.walk-end'))
      .toBe('The text ends too early: a bound must follow.');
  });

  test('tabs are changed by arrow keys', async () => {
    const { page } = await playground.visit();
    await page.focus('role=tab[name="Plan"]');
    await page.keyboard.press('ArrowRight');
    await page.waitForSelector('#compare-title');
    await page.keyboard.press('End');
    await page.waitForSelector('#grammar-title');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Grammar');
  });

  test('the tab that a link opens is seen, also where not all have room', async () => {
    const { page } = await playground.visit('#t=grammar', { viewport: { width: 360, height: 740 } });
    await page.waitForSelector('.tab-note', { state: 'attached' });
    await page.waitForFunction(
      () =>
        (document.querySelector('[role=tab][aria-selected=true]')?.getBoundingClientRect().right ??
          Infinity) <= innerWidth,
    );
  });

  test('another example is a click away', async () => {
    const { page } = await playground.visit();
    await page.click('.sample:has-text("environment!=production")');
    await waitForCount(page, '3');
    await expect.poll(() => fieldText(page)).toBe('environment!=production');
  });
});
