import type { ComponentChildren, VNode } from 'preact';
import type { Press } from '#story';

/** What a part of the picture needs from the simulation around it; a picture on paper has none. */
export interface Hands {
  readonly ready: boolean;
  readonly press: (action: string) => void;
  /** Says in advance what a press would do; empty when no part is pointed at. */
  readonly hint: (text: string) => void;
}

interface PartProperties {
  readonly class: string;
  readonly press: Press;
  readonly hands: Hands | null;
  readonly children?: ComponentChildren;
  /** What the part is and how it is, for those who do not see its picture. */
  readonly says?: string;
}

/** A part of the picture that can be pressed; on paper, and without JavaScript, only a picture of it. */
export function Part({ class: name, press, hands, children, says }: PartProperties): VNode {
  const label = (
    <span class="unseen">
      {says ? `${says}: ` : ': '}
      {press.label}
    </span>
  );
  if (!hands) {
    return (
      <span class={`part ${name}`}>
        {children}
        {says && <span class="unseen">{says}</span>}
      </span>
    );
  }
  return (
    <button
      type="button"
      class={`part ${name}`}
      data-action={press.action}
      data-breaks={press.breaks}
      disabled={!hands.ready}
      onClick={() => hands.press(press.action)}
      onPointerEnter={() => hands.hint(press.label)}
      onPointerLeave={() => hands.hint('')}
      onFocus={() => hands.hint(press.label)}
      onBlur={() => hands.hint('')}
    >
      {children}
      {label}
    </button>
  );
}
