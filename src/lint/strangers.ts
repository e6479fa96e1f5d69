import { isBatch, isSuspended } from './batch.ts';
import { differenceBetween } from './relatedness.ts';
import type { Receiver, Traffic } from './traffic.ts';
import type { Workload } from './workload.ts';
import type { PlacedClaim } from './world.ts';

/** Workloads that get traffic, though it is not for them. */
export interface Strangers {
  /** One that it is for. */
  readonly host: Workload;
  readonly strangers: readonly [Workload, ...Workload[]];
  /** What is wrong with that, as the end of the message. */
  readonly why: string;
  /** Why it may be meant. */
  readonly doubt?: string;
}

function isNotEmpty<Item>(items: readonly Item[]): items is readonly [Item, ...Item[]] {
  return items.length > 0;
}

/** Pods of Jobs among those that serve. One that says that it listens there is meant to. */
function batchIn({ receivers }: Traffic): Strangers | undefined {
  const host = receivers.find(({ workload }) => !isBatch(workload.object));
  const strangers = receivers
    .filter(({ workload, listens }) => isBatch(workload.object) && !isSuspended(workload.object) && !listens)
    .map(({ workload }) => workload);
  if (host === undefined || !isNotEmpty(strangers)) return undefined;
  return {
    host: host.workload,
    strangers,
    why: 'whose pods get a share of the requests for as long as they run, and do not answer',
  };
}

/** The workload that a Service is most likely for: its namesake, or else the first that says it listens. */
function hostOf({ object }: PlacedClaim, receivers: readonly Receiver[]): Receiver | undefined {
  return (
    receivers.find(({ workload }) => workload.object.name === object.name) ??
    receivers.find(({ listens }) => listens) ??
    receivers[0]
  );
}

/** Why a workload is not what a Service is for, and why it may be after all. */
function strangeness(
  host: Receiver,
  other: Receiver,
  { port }: Traffic,
): Pick<Strangers, 'why' | 'doubt'> | undefined {
  const difference = differenceBetween(host.workload, other.workload);
  if (difference !== undefined && (difference.isOfName || !(host.listens && other.listens))) {
    const { key, values } = difference;
    return {
      why: `whose labels say that it is something else (${key}=${values[1]}, not ${key}=${values[0]}), so that a request gets to either`,
      doubt: 'both may be meant to answer the same requests',
    };
  }
  if (!host.listens || other.listens || !other.hasPorts) return undefined;
  return {
    why: `none of whose containers lists the port ${port.target}, so that requests that get there are refused`,
    doubt: 'a container may listen at a port that it does not list',
  };
}

/** Workloads that serve, but not the same. */
function othersIn(placed: PlacedClaim, traffic: Traffic): Strangers | undefined {
  const receivers = traffic.receivers.filter(({ workload }) => !isBatch(workload.object));
  const host = hostOf(placed, receivers);
  if (host === undefined) return undefined;
  const found = receivers.flatMap((receiver) => {
    const strange = receiver === host ? undefined : strangeness(host, receiver, traffic);
    return strange === undefined ? [] : [{ workload: receiver.workload, ...strange }];
  });
  const [first] = found;
  const strangers = found.map(({ workload }) => workload);
  return first !== undefined && isNotEmpty(strangers)
    ? {
        host: host.workload,
        strangers,
        why: first.why,
        ...(first.doubt !== undefined && { doubt: first.doubt }),
      }
    : undefined;
}

function firstOf(
  traffic: readonly Traffic[],
  find: (one: Traffic) => Strangers | undefined,
): Strangers | undefined {
  for (const one of traffic) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Workloads among those that a Service sends traffic to which it is not for: pods of Jobs before all, and then what is
 * another application, another part of one, or listens elsewhere.
 */
export function strangersOf(placed: PlacedClaim, traffic: readonly Traffic[]): Strangers | undefined {
  return firstOf(traffic, batchIn) ?? firstOf(traffic, (one) => othersIn(placed, one));
}
