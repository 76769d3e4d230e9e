import type { VNode } from 'preact';
import type { Try } from '#model';
import type { Frame, Press } from '#story';
import type { Hands } from './stage/Part.tsx';
import { memo } from './memo.ts';

/** Everything in the picture that can be pressed, in the order of the picture. */
function pressesOf(frame: Frame): readonly Press[] {
  const { nodes, publicNetwork, heartbeat, array, disks, identity, chores } = frame;
  return [
    ...nodes.map(({ press }) => press),
    ...(heartbeat ? [heartbeat.press] : []),
    publicNetwork.press,
    ...nodes.flatMap(({ cables, path }) => [...cables.map(({ press }) => press), path.press]),
    array.press,
    ...disks.map(({ press }) => press),
    ...(identity.press ? [identity.press] : []),
    ...chores,
  ];
}

/** Whether a `try` begins by breaking something, rather than by asking for something. */
function breaks([first = '']: readonly string[]): boolean {
  return /^\S+\s+(power-off|cut|fail)\b/.test(first);
}

interface ChoicesProperties {
  readonly tries: readonly Try[];
  readonly attempt: (id: string) => void;
  readonly frame: Frame;
  readonly hands: Hands;
}

function ChoicesInner({ tries, attempt, frame, hands }: ChoicesProperties): VNode {
  return (
    <div class="choices" role="group" aria-label="Things to try">
      <p class="heading">Things to try</p>
      <ul class="tries">
        {tries.map(({ id, label, do: timed }) => (
          <li key={id}>
            <button
              type="button"
              data-breaks={breaks(timed)}
              disabled={!hands.ready}
              onClick={() => attempt(id)}
            >
              {label}
            </button>
          </li>
        ))}
      </ul>
      {frame.chores.length > 0 && (
        <ul class="chores">
          {frame.chores.map((press) => (
            <li key={press.action}>
              <button
                type="button"
                disabled={!hands.ready}
                onClick={() => hands.press(press.action)}
              >
                {press.label}
              </button>
            </li>
          ))}
        </ul>
      )}
      <details class="everything">
        <summary>Everything that can be done now</summary>
        <ul>
          {pressesOf(frame).map((press) => (
            <li key={press.action}>
              <button
                type="button"
                data-action={press.action}
                data-breaks={press.breaks}
                disabled={!hands.ready}
                onClick={() => hands.press(press.action)}
              >
                {press.label}
              </button>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

/** What to break: the scenario's suggestions, and the same actions as in the picture as a list. */
export const Choices = memo(ChoicesInner);
