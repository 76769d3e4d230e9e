import type { VNode } from 'preact';
import type { Frame } from '#story';
import { Cabinet } from './Cabinet.tsx';
import { Clients } from './Clients.tsx';
import { Heartbeat } from './Heartbeat.tsx';
import type { Hands } from './Part.tsx';
import { PublicNetwork } from './PublicNetwork.tsx';
import { Storage } from './Storage.tsx';
import { Wire } from './Wire.tsx';

interface StageProperties {
  readonly frame: Frame;
  /** Null for a picture that cannot be pressed: storyboard, print. */
  readonly hands: Hands | null;
}

/**
 * The machine room at one instant: clients on top, the public network, a cabinet for each node with
 * the heartbeat between them, the shared storage below. Draws a frame and knows nothing else.
 */
export function Stage({ frame, hands }: StageProperties): VNode {
  const { caption, nodes, array } = frame;
  const about = (id: string): string => (caption?.about === id ? caption.text : '');
  const elsewhere = [array.id, ...nodes.map(({ id }) => id)];
  return (
    <div class="stage" data-nodes={nodes.length} data-phase={frame.phase}>
      <Clients clients={frame.clients} />
      <PublicNetwork
        network={frame.publicNetwork}
        identity={frame.identity}
        caption={caption && !elsewhere.includes(caption.about) ? caption.text : ''}
        hands={hands}
      />
      {nodes.map((node, index) => {
        const cable = node.cables.find(({ id }) => id.endsWith(`.${frame.publicNetwork.id}`));
        return (
          <>
            {cable && (
              <Wire
                key={cable.id}
                wire={cable}
                area={`cable${index}`}
                says={`${node.id}'s cable to the public network`}
                hands={hands}
              />
            )}
            <Cabinet
              key={node.id}
              node={node}
              index={index}
              caption={about(node.id)}
              hands={hands}
            />
            <Wire
              key={node.path.id}
              wire={node.path}
              area={`path${index}`}
              says={`${node.id}'s path to the storage`}
              hands={hands}
            />
          </>
        );
      })}
      {frame.heartbeat && <Heartbeat heartbeat={frame.heartbeat} hands={hands} />}
      <Storage array={array} disks={frame.disks} caption={about(array.id)} hands={hands} />
    </div>
  );
}
