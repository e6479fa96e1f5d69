/*
 * Keeps the objects of a Membership equal to those of a cluster, by informers of @kubernetes/client-node 1.4. Made to be
 * copied. To call `informer.start()` again on 'error' is not enough; what an informer leaves to its user:
 *
 * - It ends with its first error. Here another one begins after a pause, with a fresh list; so it does after 410 Gone.
 *   A watch that ends cleanly is taken up by the informer itself, where it was.
 * - It tells what differs from what it knows, by name and resourceVersion. What was deleted and made again during an
 *   outage is told as an update, and nothing is told of what has the same version in a cluster restored from a backup.
 *   So ids are namespace/name, since a uid would not be told to have gone, and a list is taken whole, in one batch.
 * - It sets no time limits: a connection that died without a word looks like a quiet cluster. Here bookmarks are asked
 *   for, which also spare lists, and a long silence is an error. (Version 2, for Node 22 and later, has a limit of half
 *   a minute for silent watches, which here comes to a list each time.)
 * - A watch that cannot begin, for want of a token, say, rejects a promise that nobody holds, and a watch that ends as
 *   soon as it begins is begun again at once. `stop()` is told as an error; a list that is under way goes on and is
 *   followed by a watch, and a watch that is about to open stays open. Hence `watch` below.
 */
import { CoreV1Api, ListWatch, Watch } from '@kubernetes/client-node';

/** Follows every pod of the cluster; arguments and result are those of `follow`. */
export function followPods(kubeConfig, membership, options) {
  const api = kubeConfig.makeApiClient(CoreV1Api);
  return follow(kubeConfig, '/api/v1/pods', () => api.listPodForAllNamespaces(), membership, options);
}

/**
 * Follows the objects of one kind, for as long as it is not stopped.
 *
 * @param kubeConfig the cluster, and who asks
 * @param path where they are watched, such as `/apis/apps/v1/deployments`
 * @param list promises a list of the same objects, as the calls of the client's APIs do
 * @param membership is given them as namespace/name, or the name where there is no namespace; what else it has is let be
 * @param options `onError` is told what interrupted the following, and what the Membership's listeners threw; the
 *   others are milliseconds
 * @returns stops it: nothing is asked of the cluster any more, and the Membership is left as it is. To follow again
 *   later begin with another Membership, or delete these objects: what goes meanwhile would stay
 */
export function follow(kubeConfig, path, list, membership, options = {}) {
  const { onError = console.error } = options;
  const { shortestPause = 500, longestPause = 30_000, longestSilence = 300_000 } = options;
  const client = new Watch(kubeConfig);
  let known = new Set();
  let pause = shortestPause;
  let stopped = false;
  let timer;
  let end;

  /** A change that was refused, or a listener that threw, is told and does not end the following. */
  const attempt = (change) => {
    if (stopped) return;
    try {
      change();
    } catch (error) {
      onError(error);
    }
  };
  const put = (object) => {
    const entry = entryOf(object);
    known.add(entry[0]);
    attempt(() => membership.setObject(...entry));
  };
  const remove = (id) => {
    known.delete(id);
    attempt(() => membership.deleteObject(id));
  };
  /** A list is all there is: the rest is gone. */
  const take = (objects) => {
    const entries = objects.map(entryOf);
    const listed = new Set(entries.map(([id]) => id));
    for (const id of known) if (!listed.has(id)) remove(id);
    known = listed;
    attempt(() => membership.load(entries));
  };

  /** One informer, from a list to an error. */
  const begin = () => {
    const began = Date.now();
    let over = false;

    const fail = (error) => {
      if (over) return;
      end();
      if (Date.now() - began > longestPause) pause = shortestPause;
      // Of many that lost their server at once not all should be back at once.
      timer = setTimeout(begin, pause * (0.5 + Math.random() / 2));
      pause = Math.min(2 * pause, longestPause);
      onError(error);
    };
    const heard = () => {
      clearTimeout(timer);
      timer = setTimeout(() => fail(new Error(`nothing was heard of ${path} for too long`)), longestSilence);
    };
    const listAndTake = async () => {
      const answer = await list();
      if (over) throw new Error('the list came too late');
      take(answer.items ?? []);
      return answer;
    };
    /** The client's watch, as the informer should have it. */
    const watch = async (path, query, onEvent, onDone) => {
      if (over) return { abort() {} };
      const opened = Date.now();
      let useful = false;
      const hear = (type, object) => {
        if (over) return;
        useful = true;
        heard();
        if (type === 'ERROR') fail(Object.assign(new Error(object.message), { code: object.code }));
        else onEvent(type, object);
      };
      const done = (error) => {
        if (error) fail(error);
        else if (useful || Date.now() - opened > shortestPause) onDone(null);
        else fail(new Error(`the watch of ${path} ended as soon as it began`));
      };
      const request = client.watch(path, { ...query, allowWatchBookmarks: true }, hear, done);
      request.catch(fail);
      return { abort: () => request.then((controller) => controller.abort()).catch(() => {}) };
    };

    const informer = new ListWatch(path, { watch }, listAndTake, false);
    informer.on('add', put);
    informer.on('update', put);
    informer.on('delete', (object) => remove(entryOf(object)[0]));
    informer.on('error', fail);
    end = () => {
      over = true;
      clearTimeout(timer);
      informer.stop();
    };
    heard();
    informer.start().catch(fail);
  };

  begin();
  return () => {
    stopped = true;
    end();
  };
}

/** An object as a Membership takes it: id, labels, namespace. */
function entryOf({ metadata: { namespace = '', name, labels = {} } }) {
  return [namespace === '' ? name : `${namespace}/${name}`, labels, namespace];
}
