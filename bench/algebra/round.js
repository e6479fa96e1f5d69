import { askHardPair, findHardOverlaps } from './hard.js';
import { timeOverlaps } from './overlaps.js';
import { timePairs } from './pairs.js';

/** The parts of the question, each of which is measured in processes of its own. */
const PARTS = {
  pairs: timePairs,
  overlaps: timeOverlaps,
  hard: (labelwise, { index }) => askHardPair(labelwise, index),
  crowd: (labelwise, { index }) => findHardOverlaps(labelwise, index),
};

/**
 * @param {{ part?: keyof typeof PARTS }} options and what the part takes
 * @returns nothing of a part that writes its lines itself
 */
export async function round(entry, { part = 'pairs', ...options }) {
  return PARTS[part](await import(entry), options);
}
