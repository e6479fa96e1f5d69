export function completions(): readonly never[] { return []; }
