import type { Rule } from './rule.ts';
import { overlappingControllers } from './rules/overlapping-controllers.ts';

/** Every rule, in the order that documents list them. */
export const RULES: readonly Rule[] = [overlappingControllers];
