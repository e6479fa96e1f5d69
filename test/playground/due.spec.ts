import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fieldText, openPlayground, typeSelector, waitForCount } from './browser.ts';
import { drop, idle, pause, pod, slowWorker, together, typeAndClick } from './late.ts';
import { CHROMIUM } from './places.ts';

/** Presses keys in the list, faster than it is drawn. */
async function pressInList(page: Page, ...keys: readonly string[]): Promise<void> {
  await page.locator('.row-list').evaluate((list, pressed) => {
    for (const key of pressed) list.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  }, keys);
}

describe.skipIf(CHROMIUM === undefined)('what is shown belongs together, while answers are due', () => {
  const playground = openPlayground();

  test('a finding mends the text that it was found in, and no other', async () => {
    const { page } = await playground.visit('#t=manifests');
    await drop(
      page,
      'mine.yaml',
      together(pod('one', 'app: cache, tier: cache'), idle('app: cache, tier: caches')),
    );
    const squiggles = page.locator('.manifest-editor .squiggle');
    await expect.poll(() => squiggles.allInnerTexts()).toEqual(['tier']);
    await slowWorker(page, 500);
    await page.click('.manifest-editor .cm-content');
    await page.keyboard.press('Control+Home');
    await typeAndClick(page, '# one\n# two\n', '.manifests .fix-button');
    expect(await squiggles.allInnerTexts()).toEqual(['tier']);
    await page.click('.manifests .fix-button');
    await page.waitForSelector('text=The linter finds nothing');
    await expect
      .poll(() => page.innerText('.manifest-editor .cm-content'))
      .toMatch(/^# one\n# two\napiVersion[\s\S]* selector: \{ app: cache, tier: cache \} \}\n*$/);
  });

  test('whoever has gone to a finding stays where they go then', async () => {
    const { page } = await playground.visit('#t=manifests');
    await drop(page, 'a.yaml', together(pod('a'), idle('app: none')));
    await page.click('.place-button:has-text("a.yaml")');
    await page.waitForSelector('.manifest-editor .cm-content:focus');
    await page.focus('.asking .cm-content');
    await drop(page, 'b.yaml', pod('b'));
    await page.waitForSelector('.manifest-editor [aria-label*="b.yaml"]');
    await pause(page, 300);
    await page.keyboard.type('x');
    await expect.poll(() => fieldText(page)).toContain('x');
  });

  test('the graph is not of objects that are gone', async () => {
    const { page } = await playground.visit('#t=relations');
    await page.click('text=The chosen object');
    await page.waitForSelector('.node[aria-pressed=true]');
    await page.click('role=tab[name=/Manifests/]');
    await page.click('text=Begin empty');
    await page.waitForSelector('.count:has-text("of 0 pods")');
    await page.click('role=tab[name="Relations"]');
    await expect.poll(() => page.locator('.node').count()).toBe(0);
  });

  test('the time is that of the question', async () => {
    const { page } = await playground.visit('#s=app');
    await page.waitForSelector('.times strong');
    const reached = await page.evaluateHandle(() => {
      const names: string[] = [];
      const { postMessage } = Worker.prototype;
      Worker.prototype.postMessage = function (this: Worker, ...message: [{ readonly name: string }]) {
        names.push(message[0].name);
        Reflect.apply(postMessage, this, message);
      };
      return names;
    });
    await slowWorker(page, 600);
    const measured = await page.evaluate(async (names) => {
      const time = () => document.querySelector('.times strong');
      const pause = (wanted: number) => new Promise((resolve) => setTimeout(resolve, wanted));
      const [first, second] = document.querySelectorAll<HTMLElement>('.sample');
      first?.click();
      // The first question is being measured when there is another one.
      await pause(400);
      second?.click();
      for (let turns = 0; turns < 2 || time() === null; turns++) await pause(10);
      return names.filter((name) => name === 'times').length;
    }, reached);
    expect(measured).toBe(2);
  });

  test('a list without rows tells of the rows that it is without', async () => {
    const { page } = await playground.visit('#s=no=such');
    await page.waitForSelector('.nothing:text-is("Nothing matches.")');
    await slowWorker(page, 600);
    await page.click('text=Not matching');
    await pause(page, 100);
    expect(await page.locator('.nothing').allInnerTexts()).not.toContain('Everything matches.');
    await page.waitForSelector('.row-list [aria-setsize="9"]');
  });

  test('a list that is scrolled while its rows are due has them', async () => {
    const many = Array.from({ length: 400 }, (_, number) => pod(`pod-${number}`));
    const { page } = await playground.visit('#s=!x');
    await drop(page, 'many.yaml', together(...many));
    await waitForCount(page, '400');
    await slowWorker(page, 1000);
    await page.click('.asking .cm-content');
    await page.keyboard.press('End');
    await page.evaluate(async () => {
      const pause = (wanted: number) => new Promise((resolve) => setTimeout(resolve, wanted));
      // One question is asked, and one waits for its answer.
      for (const letter of 'yz') {
        document.execCommand('insertText', false, letter);
        await pause(50);
      }
      (document.querySelector('.row-list') as HTMLElement).scrollTop = 12_000;
      // Four questions, one after the other.
      await pause(4500);
    });
    await expect.poll(() => page.locator('.row[aria-posinset="203"]').count()).toBe(1);
  });

  test('rows that are due of another view do not come', async () => {
    const half = (number: number) => pod(`pod-${number}`, number % 2 === 0 ? 'half: even' : 'half: odd');
    const { page } = await playground.visit('#s=half=even');
    await drop(page, 'many.yaml', together(...Array.from({ length: 800 }, (_, number) => half(number))));
    await waitForCount(page, '400');
    const view = await page.$('text=Not matching');
    await slowWorker(page, 500);
    await page.evaluate(async (element) => {
      const list = document.querySelector('.row-list') as HTMLElement;
      const pause = (wanted: number) => new Promise((resolve) => setTimeout(resolve, wanted));
      // One part of the list is there, the next is asked for, its top waits for the answer; then there is another view.
      for (const [top, wait] of [
        [4_000, 800],
        [600, 60],
        [0, 60],
      ] as const) {
        list.scrollTop = top;
        await pause(wait);
      }
      (element as HTMLElement).click();
      await pause(2500);
    }, view);
    await page.waitForSelector('.row-list [aria-setsize="400"]');
    await expect.poll(() => page.locator('.row').count()).toBeGreaterThan(5);
    expect((await page.locator('.row').allInnerTexts()).filter((row) => row.includes('even'))).toEqual([]);
  });

  test('keys that follow each other at once choose the row that they lead to', async () => {
    const { page } = await playground.visit('#s=');
    await page.waitForSelector('.row-list [aria-setsize="9"]');
    await pressInList(page, 'End', 'End');
    await page.waitForSelector('.why h3:text-is("debug")');
  });

  test('keys that lead back choose nothing later', async () => {
    const { page } = await playground.visit('#s=&v=all');
    const name = await page.innerText('.row[aria-posinset="5"] .row-name');
    await page.click('.row[aria-posinset="5"]');
    await page.waitForSelector(`.why h3:text-is("${name}")`);
    await pressInList(page, 'ArrowDown', 'ArrowUp');
    await typeSelector(page, 'app=web');
    await waitForCount(page, '3');
    await pause(page, 300);
    expect(await page.innerText('.why h3')).toBe(name);
  });

  test('a mistake that is gone is looked at no more', async () => {
    const { page } = await playground.visit();
    await typeSelector(page, 'app=web, tier not in (cache), track: stable');
    await page.hover('.problem >> nth=1');
    const focused = page.locator('.asking .squiggle.is-focused');
    await expect.poll(() => focused.count()).toBe(1);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('app');
    await expect.poll(() => page.locator('.problem').count()).toBe(0);
    await page.mouse.move(5, 5);
    await page.keyboard.type(' b, c d, e f');
    await expect.poll(() => page.locator('.problem').count()).toBe(3);
    expect(await focused.count()).toBe(0);
  });

  test('the diagram follows the cursor again when it is moved', async () => {
    const { page } = await playground.visit('#t=grammar&s=one,two');
    const isChosen = (text: string) => page.isChecked(`.segmented label:has-text("${text}") input`);
    await page.check('.segmented label:has-text("one") input', { force: true });
    await expect.poll(() => isChosen('one')).toBe(true);
    await typeSelector(page, 'three,four');
    await expect.poll(() => isChosen('four')).toBe(true);
  });

  test('text that is dragged is no file', async () => {
    const { page } = await playground.visit();
    await page.locator('h1').evaluate((title) => {
      title.dispatchEvent(new DragEvent('dragleave', { bubbles: true, relatedTarget: document.body }));
    });
    await pause(page, 100);
    expect(await page.locator('.drop-zone').count()).toBe(0);
  });

  test('what is told twice is told as long as what is told once', async () => {
    const { page } = await playground.visit();
    const told = await page.evaluate(async () => {
      const pause = (wanted: number) => new Promise((resolve) => setTimeout(resolve, wanted));
      const button = document.querySelector<HTMLElement>('.share-box button');
      button?.click();
      await pause(1200);
      button?.click();
      await pause(2000);
      return document.querySelector('.share-told')?.textContent;
    });
    expect(told).toBe('Link copied');
  });
});
