import type { VNode } from 'preact';
import type { Tone } from '#story';

const SHAPES: Readonly<Record<Tone, string>> = {
  online: 'M1 6a5 5 0 1 0 10 0a5 5 0 1 0-10 0z',
  pending:
    'M1 6a5 5 0 1 0 10 0a5 5 0 1 0-10 0zm1.6 0a3.4 3.4 0 0 1 3.4-3.4v6.8a3.4 3.4 0 0 1-3.4-3.4z',
  failed:
    'M2.5 1.2 6 4.7l3.5-3.5 1.3 1.3L7.3 6l3.5 3.5-1.3 1.3L6 7.3l-3.5 3.5-1.3-1.3L4.7 6 1.2 2.5z',
  offline: 'M1 6a5 5 0 1 0 10 0a5 5 0 1 0-10 0zm1.7 0a3.3 3.3 0 1 1 6.6 0a3.3 3.3 0 1 1-6.6 0z',
};

/** The mark of a state. It repeats what colour and a word beside it say, so it is hidden from assistive technology. */
export function Glyph({ tone }: { readonly tone: Tone }): VNode {
  return (
    <svg class="glyph" viewBox="0 0 12 12" aria-hidden="true" data-tone={tone}>
      <path fill-rule="evenodd" d={SHAPES[tone]} />
    </svg>
  );
}
