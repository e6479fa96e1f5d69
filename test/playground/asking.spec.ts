import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fieldText, openPlayground, PATIENCE, typeSelector, waitForCount } from './browser.ts';
import { CHROMIUM } from './places.ts';

/** Picks the first of a menu by Enter, which does nothing just after the menu has opened, since nobody reads so fast. */
async function picked(page: Page, text: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.keyboard.press('Enter');
        return fieldText(page);
      },
      { timeout: PATIENCE },
    )
    .toBe(text);
}

/** Pastes a text where the cursor of the field is. */
async function paste(page: Page, text: string): Promise<void> {
  await page.locator('.asking .cm-content').evaluate((target, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

describe.skipIf(CHROMIUM === undefined)('the field for the selector', () => {
  const playground = openPlayground();

  test('has an example and its answer at once', async () => {
    const { page, complaints } = await playground.visit();
    await expect.poll(() => fieldText(page)).toBe('app in (web, api), environment=production, !canary');
    await expect.poll(() => page.innerText('.count')).toMatch(/^2\s+of 9 pods match$/);
    await expect.poll(() => page.locator('.row').count()).toBe(2);
    expect(complaints).toEqual([]);
  });

  test('counts what matches while one types, and says what the text means', async () => {
    const { page } = await playground.visit();
    await typeSelector(page, 'app=web');
    await waitForCount(page, '3');
    await page.keyboard.type(', track notin (canary), release>42');
    await waitForCount(page, '1');
    await expect
      .poll(() => page.locator('ul.meaning li').allInnerTexts())
      .toEqual(['app is web', 'track is absent, or not canary', 'release is an integer above 42']);
    await expect
      .poll(() => page.innerText('.canonical code'))
      .toBe('app=web,release>42,track notin (canary)');
  });

  test('the empty text selects everything', async () => {
    const { page } = await playground.visit();
    await typeSelector(page, '');
    await waitForCount(page, '9');
    await expect.poll(() => page.innerText('.meaning')).toBe('No requirement: everything is selected.');
  });

  test('is told to be impossible, or longer than it has to be', async () => {
    const { page } = await playground.visit();
    await typeSelector(page, 'app=web, app=api');
    await waitForCount(page, '0');
    await expect
      .poll(() => page.innerText('.advice.warning'))
      .toContain('Nothing can ever match: app=web and app=api');
    await typeSelector(page, 'release>9223372036854775807');
    await page.waitForSelector('.advice.warning:has-text("release>9223372036854775807 cannot be satisfied")');
    await typeSelector(page, 'app, app=web');
    await expect
      .poll(async () => (await page.innerText('.advice')).replace(/\s+/g, ' '))
      .toBe('Shorter, and the same: app=web Use it');
    await page.click('.advice button');
    await expect.poll(() => fieldText(page)).toBe('app=web');
  });

  test('a mistake is underlined exactly where it is', async () => {
    const { page } = await playground.visit();
    await typeSelector(page, 'app=web, tier not in (cache), track: stable,');
    await page.waitForSelector('.problem');
    // A mistake over tokens of several colours is underlined in several pieces.
    const pieces = page.locator('.asking .squiggle.mistake');
    await expect.poll(async () => (await pieces.allInnerTexts()).join('')).toBe('not in:,');
    await expect
      .poll(() => page.locator('.problem-text').allInnerTexts())
      .toEqual([
        expect.stringContaining('found "not in" where an operator must stand'),
        expect.stringContaining('found ":" where an operator must stand'),
        expect.stringContaining('found no requirement after this comma'),
      ]);
    await expect.poll(() => page.getAttribute('.asking .cm-content', 'aria-invalid')).toBe('true');
    await expect.poll(() => page.innerText('.stale-note')).toContain('the last text without mistakes');
  });

  test('where something is left out, the place is marked, and it is told what that means', async () => {
    const { page } = await playground.visit();
    await typeSelector(page, 'app in (web, ), tier');
    await page.locator('.asking .squiggle.gap').waitFor({ state: 'attached' });
    const before = await page.evaluate(() => {
      const range = document.createRange();
      range.setStart(document.querySelector('.asking .cm-line') as Node, 0);
      range.setEndBefore(document.querySelector('.asking .squiggle.gap') as Node);
      return range.toString();
    });
    expect(before).toBe('app in (web,');
    await expect.poll(() => page.innerText('.problem.warning .problem-text')).toContain('empty');
    await waitForCount(page, '3');
  });

  test('a fix is made by a click, and the cursor is back in the field', async () => {
    const { page } = await playground.visit();
    await typeSelector(page, 'app=web, tier not in (cache)');
    await page.click('.fix-button');
    await waitForCount(page, '3');
    await expect.poll(() => fieldText(page)).toBe('app=web, tier notin (cache)');
    await expect.poll(() => page.locator('.problem').count()).toBe(0);
    await page.keyboard.type('X');
    await expect.poll(() => fieldText(page)).toBe('app=web, tier notinX (cache)');
  });

  test('fixes are made by keys: at the cursor, in the list, and undone', async () => {
    const { page } = await playground.visit();
    await typeSelector(page, 'app=web, tier not in (cache), track: stable');
    await page.keyboard.press('Escape');
    await page.keyboard.press('F8');
    await page.keyboard.press('Control+.');
    await expect.poll(() => fieldText(page)).toBe('app=web, tier notin (cache), track: stable');
    await page.keyboard.press('Tab');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('write "="');
    await page.keyboard.press('Enter');
    await expect.poll(() => fieldText(page)).toBe('app=web, tier notin (cache), track= stable');
    await waitForCount(page, '2');
    await page.keyboard.press('Control+z');
    await expect.poll(() => fieldText(page)).toBe('app=web, tier notin (cache), track: stable');
  });

  test('a mistake that is looked at in the list stands out in the field', async () => {
    const { page } = await playground.visit();
    await typeSelector(page, 'app=web, tier not in (cache), track: stable');
    await page.hover('.problem >> nth=1');
    await expect.poll(() => page.locator('.asking .squiggle.is-focused').allInnerTexts()).toEqual([':']);
  });

  test('completes keys, operators and values of the objects', async () => {
    const { page } = await playground.visit();
    await typeSelector(page, 'ti');
    const options = page.locator('.cm-tooltip-autocomplete li');
    await options.first().waitFor();
    await expect.poll(() => options.allInnerTexts()).toEqual(['tier']);
    await picked(page, 'tier');
    await page.waitForSelector('.cm-tooltip-autocomplete li.is-operator');
    await page.keyboard.type('=');
    await page.waitForSelector('.cm-tooltip-autocomplete li.is-value');
    await expect
      .poll(async () => (await options.allInnerTexts()).sort())
      .toEqual(['back', 'batch', 'cache', 'database', 'front']);
    await page.keyboard.type('fr');
    await page.waitForFunction(() => document.querySelectorAll('.cm-tooltip-autocomplete li').length === 1);
    await picked(page, 'tier=front');
    await waitForCount(page, '3');
  });

  test('stays on one line, whatever is pasted', async () => {
    const { page } = await playground.visit();
    await typeSelector(page, '');
    await paste(page, 'app=web,\ntier=front\n');
    await waitForCount(page, '3');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.asking .cm-line').count()).toBe(1);
  });

  test('long texts leave room for their answers', async () => {
    const { page } = await playground.visit();
    const heightOf = async (part: string) => (await page.locator(part).boundingBox())?.height ?? 0;
    await typeSelector(page, '');
    await paste(page, `app in (${Array.from({ length: 500 }, (_, number) => `app-${number}`).join()})`);
    await waitForCount(page, '0');
    await expect.poll(() => page.innerText('ul.meaning')).toMatch(/ or 488 more$/);
    for (const part of ['.asking .field', '.said', '.why-list'])
      expect([part, (await heightOf(part)) < 500]).toEqual([part, true]);
    await paste(page, '{"what": ["is", \u{1F600}]}\n'.repeat(2000));
    await page.waitForSelector('.problem');
    await expect.poll(() => heightOf('.asking .field')).toBeLessThan(500);
  });
});
