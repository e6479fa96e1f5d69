import { byByte, type NaiveRequirement } from './naive-requirement.ts';

/** A map (Service, ReplicationController, nodeSelector): each pair an `=`, in key order ("Objects"). */
export function naiveLabelMap(map: Readonly<Record<string, string>> | null | undefined): NaiveRequirement[] {
  return Object.entries(map ?? {})
    .sort(([a], [b]) => byByte(a, b))
    .map(([key, value]) => ({ key, operator: '=', values: [value] }));
}
