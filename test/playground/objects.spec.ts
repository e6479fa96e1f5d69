import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fieldText, openPlayground, typeSelector, waitForCount } from './browser.ts';
import { CHROMIUM } from './places.ts';

const NAMESPACED = `apiVersion: v1
kind: Pod
metadata: { name: one, namespace: here, labels: { colour: red } }
---
apiVersion: v1
kind: Pod
metadata: { name: two, namespace: there, labels: { colour: red, size: "5" } }
`;

const JSON_LIST = JSON.stringify({
  apiVersion: 'v1',
  kind: 'List',
  items: [
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'three', namespace: 'here', labels: { colour: 'blue' } },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'front', namespace: 'here' },
      spec: { selector: { colour: 'blue' } },
    },
  ],
});

/** Drops files, by their names, onto the field. */
async function drop(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  await page.locator('.asking .cm-content').evaluate((target, dropped) => {
    const dataTransfer = new DataTransfer();
    for (const [name, text] of Object.entries(dropped)) dataTransfer.items.add(new File([text], name));
    for (const type of ['dragenter', 'dragover', 'drop']) {
      target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    }
  }, files);
}

describe.skipIf(CHROMIUM === undefined)('the objects', () => {
  const playground = openPlayground();

  test('say why they match, and why they do not, with what may have been meant', async () => {
    const { page } = await playground.visit();
    await expect.poll(() => page.innerText('.verdict')).toContain('matches');
    await typeSelector(page, 'environment=production, tier=back');
    await page.click('text=Not matching');
    await page.click('.row:has-text("api-legacy")');
    await page.waitForSelector('.why h3:has-text("api-legacy")');
    await expect.poll(() => page.innerText('.verdict')).toContain('does not match');
    await expect
      .poll(() => page.locator('.why-list li').allInnerTexts())
      .toEqual([
        expect.stringMatching(
          /environment=production[\s\S]*it is absent[\s\S]*there is a label "enviroment"/,
        ),
        expect.stringMatching(/tier=back[\s\S]*it is back/),
      ]);
  });

  test('say what selects them', async () => {
    const { page } = await playground.visit();
    const rows = async () => {
      const texts = await page.locator('.selected-by tbody tr').allInnerTexts();
      return texts.map((row) => row.replace(/\s+/g, ' ').trim());
    };
    await expect
      .poll(rows)
      .toEqual([
        'Service web routes traffic to app=web',
        'Deployment web controls app=web,track=stable',
        'PodDisruptionBudget web budgets evictions of app=web,track=stable',
        'NetworkPolicy closed applies policy to all pods',
        'Deployment web spreads over app=web',
      ]);
    await page.click('.selected-by button:has-text("app=web,track=stable") >> nth=0');
    await expect.poll(() => fieldText(page)).toBe('app=web,track=stable');
  });

  test('a click on a label, and on a value of a key, makes the selector ask for it, and takes it back', async () => {
    const { page } = await playground.visit();
    await typeSelector(page, 'app=web');
    await page.click('.label-list button:has-text("tier=front")');
    await expect.poll(() => fieldText(page)).toBe('app=web, tier=front');
    await page.click('.facet-key:has-text("app")');
    await page.click('.facet-name:has-text("cache")');
    await expect.poll(() => fieldText(page)).toBe('app in (web, cache), tier=front');
    await page.click('.facet-name:has-text("web")');
    await expect
      .poll(() => fieldText(page))
      .toBe('app in (cache), tier=front'.replace('in (cache)', '=cache').replace(' =', '='));
    await page.click('.facet-not >> nth=0');
    await expect.poll(() => fieldText(page)).toMatch(/^app=cache, tier=front, app!=\w+$/);
  });

  test('can be asked by namespace, and with everything that is no pod', async () => {
    const { page } = await playground.visit();
    await typeSelector(page, 'app=web');
    await waitForCount(page, '3');
    await page.selectOption('.namespace select', 'staging');
    await waitForCount(page, '1');
    await page.click('text=Every object');
    await waitForCount(page, '2');
    await expect
      .poll(() => page.locator('.row-title').allInnerTexts())
      .toEqual([
        expect.stringContaining('Deployment in staging'),
        expect.stringContaining('pods of Deployment in staging'),
      ]);
  });

  test('files that are dropped anywhere take the place of the example', async () => {
    const { page, complaints } = await playground.visit();
    await drop(page, { 'mine.yaml': NAMESPACED, 'more.json': JSON_LIST });
    await page.waitForFunction(() => document.querySelector('.count')?.textContent?.includes('of 3 pods'));
    await typeSelector(page, 'colour=blue');
    await waitForCount(page, '1');
    await page.click('.row');
    await page.waitForSelector('.selected-by tr:has-text("front")');
    await page.click('role=tab[name=/Manifests/]');
    await expect.poll(() => page.innerText('.manifest-editor .cm-content')).toContain('name: one');
    await expect.poll(() => page.locator('.drop-zone').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('that take the place of others are asked in all namespaces, and looked at', async () => {
    const { page } = await playground.visit('#s=&n=staging');
    await page.waitForSelector('.why .row-kind:has-text("in staging")');
    await drop(page, { 'mine.yaml': NAMESPACED });
    await waitForCount(page, '2');
    await page.waitForSelector('.why h3:text-is("one")');
    await expect.poll(() => page.inputValue('.namespace select')).toBe('');
  });

  test('put nothing into a text that has mistakes', async () => {
    const { page } = await playground.visit('#s=app=web tier');
    await page.waitForSelector('.label-list button:disabled');
    await page.click('.facet-key >> nth=0');
    await page.waitForSelector('.facet-name:disabled');
    await page.click('.fix-button');
    await page.waitForSelector('.label-list button:enabled');
    await page.waitForSelector('.facet-name:enabled');
  });

  test('are gone through by arrow keys', async () => {
    const { page } = await playground.visit();
    await page.click('text=All 9');
    // The rows of what was chosen come from the worker.
    await page.waitForSelector('.row-list [aria-setsize="9"]');
    await page.focus('.row-list');
    await page.keyboard.press('ArrowDown');
    await page.waitForSelector('.why h3:has-text("web-canary")');
    await page.keyboard.press('End');
    await page.waitForSelector('.why h3:has-text("debug")');
    const active = await page.getAttribute('.row-list', 'aria-activedescendant');
    await expect.poll(() => page.getAttribute(`#${active}`, 'aria-posinset')).toBe('9');
    await expect.poll(() => page.getAttribute(`#${active}`, 'aria-selected')).toBe('true');
  });
});
