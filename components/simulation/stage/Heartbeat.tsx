import type { VNode } from 'preact';
import type { HeartbeatView } from '#story';
import { memo } from '../memo.ts';
import { Part } from './Part.tsx';
import type { Hands } from './Part.tsx';

interface HeartbeatProperties {
  readonly heartbeat: HeartbeatView;
  readonly hands: Hands | null;
}

function HeartbeatInner({ heartbeat, hands }: HeartbeatProperties): VNode {
  const { tone, word, press, whole } = heartbeat;
  return (
    <div class="heartbeat area-beat" data-tone={tone} data-state={whole ? 'whole' : 'cut'}>
      <Part class="heartbeat-line" press={press} hands={hands}>
        <span class="heartbeat-label">{whole ? 'Heartbeat' : 'Heartbeat cut'}</span>
        <svg class="pulse" viewBox="0 0 48 20" aria-hidden="true">
          <path d={tone === 'online' ? 'M0 10h14l4-7 6 14 4-7h20' : 'M0 10h48'} />
        </svg>
        <span class="heartbeat-word">{word}</span>
      </Part>
    </div>
  );
}

/** The private network between the cabinets and what is heard on it. */
export const Heartbeat = memo(HeartbeatInner);
