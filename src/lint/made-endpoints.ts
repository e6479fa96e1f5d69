import type { PlacedClaim, World } from './world.ts';

/** The label of an EndpointSlice with the name of its Service. */
const SERVICE_NAME_KEY = 'kubernetes.io/service-name';

/** Whether endpoints were read that somebody made for a Service, which then needs no selector. O(endpoints). */
export function hasMadeEndpoints({ object: { name }, namespace }: PlacedClaim, world: World): boolean {
  return (
    world.thingsOf('Endpoints').some((one) => one.namespace === namespace && one.object.name === name) ||
    world
      .thingsOf('EndpointSlice')
      .some((one) => one.namespace === namespace && one.subject.labels.get(SERVICE_NAME_KEY) === name)
  );
}
