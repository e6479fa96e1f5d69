const COUNT = new Intl.NumberFormat('en');

/** `100,000`. */
export function countText(count: number): string {
  return COUNT.format(count);
}

/** `1 pod`, `2 pods`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${countText(count)} ${count === 1 ? one : many}`;
}

const UNITS = [
  { unit: 'ns', size: 1 },
  { unit: 'µs', size: 1e3 },
  { unit: 'ms', size: 1e6 },
  { unit: 's', size: 1e9 },
] as const;

/** A time with two digits that say something: `840 ns`, `1.9 µs`, `12 ms`. */
export function timeText(nanoseconds: number): string {
  if (nanoseconds === 0) return '0 ns';
  const { unit, size } = UNITS.findLast((one) => nanoseconds >= one.size) ?? UNITS[0];
  const value = nanoseconds / size;
  return `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ${unit}`;
}

/** `1.4 MB`, in decimal units. */
export function sizeText(bytes: number): string {
  if (bytes < 1e3) return `${bytes} B`;
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(0)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** A share in percent: `0.4 %`, `12 %`; never 0 or 100 where it is not quite. */
export function shareText(part: number, whole: number): string {
  if (whole === 0 || part === 0) return '0 %';
  const share = (part / whole) * 100;
  if (share < 0.1) return '< 0.1 %';
  if (share > 99.9 && part < whole) return '> 99.9 %';
  return `${share < 10 || (share > 99 && part < whole) ? share.toFixed(1) : share.toFixed(0)} %`;
}
