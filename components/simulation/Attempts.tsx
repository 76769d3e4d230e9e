import type { VNode } from 'preact';
import type { View } from '#stores';

interface AttemptsProperties {
  readonly view: View;
  readonly show: (branch: number) => void;
}

/** Earlier attempts: each stays to be looked at again. Nothing while there is only one. */
export function Attempts({ view, show }: AttemptsProperties): VNode | null {
  const { branches, current } = view.history;
  if (branches.length < 2) return null;
  return (
    <div class="attempts" role="group" aria-label="Your attempts">
      {branches.map((branch, index) => (
        <button
          key={`${index} ${branch.actions.length}`}
          type="button"
          class="small"
          aria-pressed={index === current}
          onClick={() => show(index)}
        >
          Attempt {index + 1}
        </button>
      ))}
    </div>
  );
}
