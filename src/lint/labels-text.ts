/** Labels for messages: `app=web,tier=front`; what has none is named. */
export function labelsText(labels: Readonly<Record<string, string>> | ReadonlyMap<string, string>): string {
  const entries = labels instanceof Map ? [...labels] : Object.entries(labels);
  return entries.length === 0
    ? 'a pod without labels'
    : entries.map(([key, value]) => `${key}=${value}`).join();
}
