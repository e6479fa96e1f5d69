import { computed } from '@preact/signals';
import type { JSX } from 'preact';
import { counted, countText, shareText, timeText } from '../parts/numbers.ts';
import { Spoken } from '../parts/spoken.tsx';
import { answer, times } from '../state/answer.ts';
import { isLoading, subjects } from '../state/data.ts';
import { asked } from '../state/selector.ts';

/** What is counted: pods and what stands for pods, or anything. */
const noun = computed(() => (subjects.value === 'pods' ? 'pod' : 'object'));

const spoken = computed(() => {
  const { value } = asked.reading;
  if (!value.ok) {
    return `${counted(value.diagnostics.length, 'mistake')}: ${value.diagnostics[0].message}`;
  }
  if (answer.value === undefined) return '';
  const { matches, total } = answer.value;
  return `${countText(matches)} of ${counted(total, noun.value)} match`;
});

/** Of fewer objects it is no matter how they are counted. */
const MANY = 1000;

function Times(): JSX.Element | null {
  if (times.value === undefined) return <span class="times" />;
  const { count, scan } = times.value;
  const isWorthTelling = (answer.value?.total ?? 0) >= MANY;
  return (
    <span class="times">
      counted in <strong>{timeText(count)}</strong>
      {isWorthTelling && <span class="aside">, where asking each would take {timeText(scan)}</span>}
    </span>
  );
}

/** How many objects match, and how long it took to know. */
export function Status(): JSX.Element {
  const found = answer.value;
  const isStale = !asked.reading.value.ok || isLoading.value;
  return (
    <div class={`status${isStale ? ' is-stale' : ''}`}>
      <Spoken text={spoken} />
      {found !== undefined && (
        <>
          <p class="count">
            <strong class="count-number">{countText(found.matches)}</strong>
            <span>
              of {counted(found.total, noun.value)} {found.matches === 1 ? 'matches' : 'match'}
            </span>
          </p>
          <Times />
          <span class="share" aria-hidden="true">
            <span class="share-bar">
              <span style={{ width: `${found.total === 0 ? 0 : (found.matches / found.total) * 100}%` }} />
            </span>
            {shareText(found.matches, found.total)}
          </span>
        </>
      )}
      {found === undefined && <p class="count">Reading objects…</p>}
    </div>
  );
}
