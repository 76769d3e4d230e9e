import type { VNode } from 'preact';
import type { DiskView, Frame } from '#story';
import { Glyph } from '../Glyph.tsx';
import { memo } from '../memo.ts';
import { Part } from './Part.tsx';
import type { Hands } from './Part.tsx';

interface StorageProperties {
  readonly array: Frame['array'];
  readonly disks: readonly DiskView[];
  readonly caption: string;
  readonly hands: Hands | null;
}

function Disk({ disk }: { readonly disk: DiskView }): VNode {
  const state = disk.tone === 'failed' ? 'lost' : (disk.owner ?? 'nobody');
  return (
    <li class="disk" data-tone={disk.tone} data-disk={disk.id}>
      <svg viewBox="0 0 100 60" preserveAspectRatio="none" aria-hidden="true">
        <path d="M1 9v41c0 5 22 9 49 9s49-4 49-9V9" />
        <ellipse cx="50" cy="9" rx="49" ry="8" />
      </svg>
      <span class="disk-letter">{disk.letter}</span>
      <span class="disk-holds">{disk.holds}</span>
      <span class="disk-owner">{state}</span>
    </li>
  );
}

function StorageInner({ array, disks, caption, hands }: StorageProperties): VNode {
  return (
    <section class="storage area-store" data-tone={array.tone} aria-label="Shared storage">
      <ul class="disks">
        {disks.map((disk) => (
          <Disk key={disk.id} disk={disk} />
        ))}
      </ul>
      <Part class="array" press={array.press} hands={hands}>
        <Glyph tone={array.tone} />
        <span>Shared storage</span>
        <span class="array-word">{caption || array.word}</span>
      </Part>
    </section>
  );
}

/** The disk array: one copy of everything, each disk with the node that has reserved it. */
export const Storage = memo(StorageInner);
