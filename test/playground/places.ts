import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The page as it was built. */
export const BUILT: string = fileURLToPath(new URL('../../playground/dist/index.html', import.meta.url));

/** Where distributions put Chromium, and what may name another place. */
const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A browser that the tests can use, or undefined; `CHROMIUM` names one that is elsewhere. */
export const CHROMIUM: string | undefined = PLACES.find((place) => place !== undefined && existsSync(place));
