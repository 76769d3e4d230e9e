import type { VNode } from 'preact';
import type { NodeView } from '#story';
import { Glyph } from '../Glyph.tsx';
import { memo } from '../memo.ts';
import { Part } from './Part.tsx';
import type { Hands } from './Part.tsx';
import { Resources } from './Resources.tsx';

interface CabinetProperties {
  readonly node: NodeView;
  readonly index: number;
  /** What has just happened here. */
  readonly caption: string;
  readonly hands: Hands | null;
}

function CabinetInner({ node, index, caption, hands }: CabinetProperties): VNode {
  const owns = node.resources.length > 0;
  return (
    <div
      role="group"
      class={`cabinet area-node${index}`}
      data-activity={node.activity}
      data-owns={owns}
      aria-label={node.id}
    >
      <Part class="cabinet-head" press={node.press} hands={hands}>
        <Glyph tone={node.tone} />
        <span class="node-name">{node.id}</span>
        <span class="node-word" data-tone={node.tone}>
          {node.word}
        </span>
        <svg class="power" viewBox="0 0 20 20" aria-hidden="true">
          <path d="M10 3v7M6 5.6a6 6 0 1 0 8 0" />
        </svg>
      </Part>
      {owns ? <Resources resources={node.resources} /> : <p class="standing-by">{node.note}</p>}
      <p class="caption">{caption}</p>
    </div>
  );
}

/** A node: its power switch and what it hosts. */
export const Cabinet = memo(CabinetInner);
