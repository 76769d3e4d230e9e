import type { VNode } from 'preact';
import type { WireView } from '#story';
import { memo } from '../memo.ts';
import { Part } from './Part.tsx';
import type { Hands } from './Part.tsx';

interface WireProperties {
  readonly wire: WireView;
  /** Its name in the picture's grid, such as `cable0`. */
  readonly area: string;
  readonly says: string;
  readonly hands: Hands | null;
}

function WireInner({ wire, area, says, hands }: WireProperties): VNode {
  const state = wire.whole ? (wire.live ? 'live' : 'idle') : 'cut';
  return (
    <div class={`wire area-${area}`} data-state={state}>
      <Part
        class="connector"
        press={wire.press}
        hands={hands}
        says={`${says}, ${wire.whole ? 'connected' : 'cut'}`}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path
            d={
              wire.whole ? 'M7 3v4M13 3v4M5 7h10v3a5 5 0 0 1-10 0zM10 15v3' : 'M5 5l10 10M15 5L5 15'
            }
          />
        </svg>
      </Part>
    </div>
  );
}

/** A cable or storage path with the connector that cuts and mends it. */
export const Wire = memo(WireInner);
