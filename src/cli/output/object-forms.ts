/** The forms in which selected objects are written. To add one: its name here, and the writer in `object-writers.ts`. */
export const OBJECT_FORMS = ['table', 'wide', 'name', 'json', 'yaml', 'ndjson', 'count'] as const;

export type ObjectForm = (typeof OBJECT_FORMS)[number];
