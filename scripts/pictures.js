/*
 * The pictures of the README: the playground, light and dark, as a visitor has it after typing a selector over 100,000 pods.
 * Needs Chromium, and the page: npm run build:playground && node scripts/pictures.js
 */
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const page = new URL('../playground/dist/index.html', import.meta.url).href;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const colorScheme of ['light', 'dark']) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    deviceScaleFactor: 1,
    colorScheme,
    reducedMotion: 'reduce',
  });
  const tab = await context.newPage();
  tab.setDefaultTimeout(120_000);
  // The generated cluster of 100,000 pods; the selector is typed below.
  await tab.goto(`${page}#d=cluster&s=app`);
  await tab.waitForSelector('.count:has-text("of 100,000 pods")');
  await tab.click('.asking .cm-content');
  await tab.keyboard.press('Control+a');
  await tab.keyboard.type('app in (web, api), tier!=cache');
  await tab.keyboard.press('Escape');
  // The answer was measured, and the list and the object on the right are those of this selector.
  await tab.waitForSelector('.times:has-text("asking each")');
  await tab.click('.row >> nth=1');
  await tab.waitForSelector('.why-list');
  // Without a cursor that blinks, and from just above the field on, so that more of the answer is seen.
  await tab.evaluate(() => {
    document.activeElement?.blur();
    scrollTo(0, document.querySelector('.asking').getBoundingClientRect().top + scrollY - 8);
  });
  await tab.mouse.move(0, 0);
  await tab.evaluate(() => document.fonts.ready);
  await tab.screenshot({
    path: fileURLToPath(new URL(`../docs/playground-${colorScheme}.png`, import.meta.url)),
  });
  await context.close();
}
await browser.close();
