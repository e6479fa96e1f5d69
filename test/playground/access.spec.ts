import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPlayground, typeSelector } from './browser.ts';
import { CHROMIUM } from './places.ts';

/** Colours have to do with these alone; what else axe looks at is the same whatever the colours. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** What axe objects to: the rule, and where. */
async function objections(page: Page, part: string, rules?: readonly string[]): Promise<string[]> {
  // What changes slowly is looked at when it has changed.
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
  // The page has no frames, so no further page is needed to put together what was found in each.
  const axe = new AxeBuilder({ page }).setLegacyMode().include(part);
  axe.options({ resultTypes: ['violations'] });
  const { violations } = await (rules === undefined ? axe : axe.withRules([...rules])).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target} ${failureSummary}`),
  );
}

interface Look {
  readonly name: string;
  readonly options: BrowserContextOptions;
  readonly rules?: readonly string[];
}

const LOOKS: readonly Look[] = [
  { name: 'light', options: { colorScheme: 'light' } },
  { name: 'dark', options: { colorScheme: 'dark' }, rules: RULES_OF_COLOUR },
  { name: 'on a phone', options: { colorScheme: 'light', viewport: { width: 360, height: 740 } } },
];

/** The tools, and what each shows when it has its answer. */
const TOOLS = [
  { name: 'Plan', shows: '.plan-step' },
  { name: 'Compare', shows: '.parts tr:last-child .quiet-button' },
  { name: 'Relations', shows: '.graph-line' },
  { name: 'Manifests', shows: '.finding-head' },
  { name: 'Grammar', shows: '.diagram' },
];

describe.skipIf(CHROMIUM === undefined)('the page is for everybody', () => {
  const playground = openPlayground();

  test.each(LOOKS)(
    '$name: axe has no objections, and nothing is wider than the window',
    async ({ options, rules }) => {
      const { page, complaints } = await playground.visit('', options);
      const found: string[] = [];
      const look = async (where: string, part: string) => {
        for (const one of await objections(page, part, rules)) found.push(`${where}: ${one}`);
        const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (excess > 0) found.push(`${where}: ${excess} pixels are outside of the window`);
      };
      for (const { name, shows } of TOOLS) {
        await page.click(`role=tab[name=/${name}/]`);
        await page.waitForSelector(shows, { state: 'attached' });
        await look(name, '#tools');
      }
      if ('viewport' in options) await page.click('.facets-box summary');
      await page.click('.facet-key >> nth=0');
      await page.waitForSelector('.facet-value');
      await look('an open key', 'body');
      await typeSelector(page, 'app=web, tier not in (cache), track: stable, ti');
      await page.waitForSelector('.cm-tooltip-autocomplete li');
      await look('mistakes and a menu', 'body');
      expect(found).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );

  test('the Tab key leads through the whole page, and out of it, by things that are seen to have the focus', async () => {
    const { page } = await playground.visit('#t=manifests');
    // What comes from the worker has stops as well.
    for (const part of ['.manifest-editor .cm-content', '.finding-head', '.label-button']) {
      await page.waitForSelector(part);
    }
    const stops: string[] = [];
    for (let step = 0; step < 120; step++) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const { activeElement: active } = document;
        if (active === null || active === document.body) return 'out';
        const name = active.getAttribute('aria-label') ?? active.textContent?.slice(0, 30) ?? '';
        return `${active.tagName.toLowerCase()}.${active.className} ${name}`;
      });
      if (stop === 'out') break;
      stops.push(stop);
      if (stops.length === 1) expect(stop).toContain('Skip to the selector');
    }
    expect(stops.length).toBeGreaterThan(25);
    expect(stops.length).toBeLessThan(120);
    const findsEvery = [
      'cm-content',
      'sample',
      'row-list',
      'facet-key',
      'label-button',
      'Manifests',
      'fix-button',
    ];
    for (const part of findsEvery) expect(stops.some((stop) => stop.includes(part))).toBe(true);
  });

  test('the first stop leads to the field', async () => {
    const { page } = await playground.visit();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.type('x');
    await expect.poll(() => page.innerText('.asking .cm-content')).toContain('x');
  });

  test('counts and mistakes are read out, once nobody types', async () => {
    const { page } = await playground.visit();
    await typeSelector(page, 'app=web');
    await page.waitForSelector('[role=status]:has-text("3 of 9 pods match")', { state: 'attached' });
    await page.keyboard.type(',');
    await page.waitForSelector('[role=status]:has-text("1 mistake: found no requirement after this comma")', {
      state: 'attached',
    });
  });

  test('the colours can be chosen, and are kept', async () => {
    const { page } = await playground.visit('', { colorScheme: 'light' });
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await page.check('fieldset:has-text("Colours") >> role=radio[name="dark"]', { force: true });
    await expect.poll(() => ground()).not.toBe(light);
    const dark = await ground();
    await page.reload();
    await page.waitForSelector('.count-number');
    await expect.poll(() => ground()).toBe(dark);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.check('fieldset:has-text("Colours") >> role=radio[name="as the system"]', { force: true });
    await expect.poll(() => ground()).toBe(dark);
    await page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(() => ground()).toBe(light);
  });

  test('whoever wants no motion has none', async () => {
    const { page } = await playground.visit('#t=compare', { reducedMotion: 'reduce' });
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter(
          (one) => parseFloat(getComputedStyle(one).transitionDuration) > 0,
        ).length,
    );
    expect(moving).toBe(0);
  });
});
