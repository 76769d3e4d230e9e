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

interface DiskProperties {
  readonly disk: DiskView;
  readonly hands: Hands | null;
}

function Disk({ disk, hands }: DiskProperties): VNode {
  return (
    <li data-tone={disk.tone} data-disk={disk.id}>
      <Part class="disk" press={disk.press} hands={hands}>
        <svg viewBox="0 0 100 60" preserveAspectRatio="none" aria-hidden="true">
          <path d="M1 9v41c0 5 22 9 49 9s49-4 49-9V9" />
          <ellipse cx="50" cy="9" rx="49" ry="8" />
        </svg>
        <span class="disk-letter">{disk.letter}</span>
        <span class="disk-holds">{disk.holds}</span>
        <span class="disk-owner">{disk.word}</span>
      </Part>
    </li>
  );
}

function StorageInner({ array, disks, caption, hands }: StorageProperties): VNode {
  return (
    <div role="group" class="storage area-store" data-tone={array.tone} aria-label={array.name}>
      <ul class="disks">
        {disks.map((disk) => (
          <Disk key={disk.id} disk={disk} hands={hands} />
        ))}
      </ul>
      <Part class="array" press={array.press} hands={hands}>
        <Glyph tone={array.tone} />
        <span>{array.name}</span>
        <span class="array-word">{caption || array.word}</span>
      </Part>
    </div>
  );
}

/** The disk array: one copy of everything, each disk with its owner. */
export const Storage = memo(StorageInner);
