import { FAMILIES } from './graph-colours.ts';

/** What is drawn, in light and in dark: a class, a property and its values. */
const RULES: readonly (readonly [selector: string, property: string, light: string, dark: string])[] = [
  ['.ground', 'fill', '#ffffff', '#0d1117'],
  ['.frame', 'fill', '#f6f8fa', '#161b22'],
  ['.frame', 'stroke', '#d0d7de', '#30363d'],
  ['.box rect', 'fill', '#ffffff', '#0d1117'],
  ['.box rect', 'stroke', '#8c959f', '#6e7681'],
  ['.workload rect', 'fill', '#ddf4ff', '#10253d'],
  ['.workload rect', 'stroke', '#0550ae', '#6cb6ff'],
  ['.box.idle rect', 'stroke', '#bc4c00', '#f0883e'],
  ['text', 'fill', '#1f2328', '#e6edf3'],
  ['.quiet', 'fill', '#57606a', '#9198a1'],
  ['.warn', 'fill', '#bc4c00', '#f0883e'],
  ...Object.entries(FAMILIES).flatMap(
    ([family, { light, dark }]) =>
      [
        [`.line.${family}`, 'stroke', light, dark],
        [`.head.${family}`, 'fill', light, dark],
        [`text.${family}`, 'fill', light, dark],
      ] as const,
  ),
];

const SHAPES = [
  'text{font:11px system-ui,-apple-system,"Segoe UI",Helvetica,Arial,sans-serif}',
  '.name{font-size:13px;font-weight:600}',
  '.space{font-size:13px;font-weight:600}',
  '.code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}',
  '.line{fill:none;stroke-width:1.4}',
  '.open{stroke-dasharray:5 4}',
  '.box.idle rect{stroke-dasharray:4 3}',
  '.edge:hover .line{stroke-width:3}',
];

/**
 * The style of a drawing, as CSS; classes of one drawing change nothing outside of it. Colours are written out, and not as
 * variables, which many programs that draw do not know.
 *
 * @param scope the selector of the drawing
 */
export function graphStyle(scope: string): string {
  const within = (rule: string): string => `${scope} ${rule}`;
  const rules = (shade: 'light' | 'dark'): string =>
    RULES.map(([selector, property, light, dark]) =>
      within(`${selector}{${property}:${shade === 'light' ? light : dark}}`),
    ).join('');
  return `${SHAPES.map(within).join('')}${rules('light')}@media (prefers-color-scheme:dark){${rules('dark')}}`;
}
