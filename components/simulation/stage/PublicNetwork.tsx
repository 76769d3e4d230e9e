import type { VNode } from 'preact';
import type { IdentityView, WireView } from '#story';
import { memo } from '../memo.ts';
import { Part } from './Part.tsx';
import type { Hands } from './Part.tsx';

interface PublicNetworkProperties {
  readonly network: WireView;
  readonly identity: IdentityView;
  readonly caption: string;
  readonly hands: Hands | null;
}

function PublicNetworkInner(properties: PublicNetworkProperties): VNode {
  const { network, identity, caption, hands } = properties;
  const text = (
    <>
      <b>{identity.name}</b> · {identity.address}
    </>
  );
  return (
    <div
      class="bus area-bus"
      data-place={identity.place}
      data-state={network.whole ? 'live' : 'cut'}
    >
      <Part
        class="bus-line"
        press={network.press}
        hands={hands}
        says={network.whole ? 'carries clients' : 'cut'}
      >
        <span class="bus-label">Public network</span>
      </Part>
      <span class="identity-place" data-place={identity.place} data-tone={identity.tone}>
        {identity.press ? (
          <Part
            class="identity"
            press={identity.press}
            hands={hands}
            says={`, on ${identity.owner}`}
          >
            {text}
          </Part>
        ) : (
          <span class="identity">{text}</span>
        )}
      </span>
      <p class="caption">{caption}</p>
    </div>
  );
}

/** The public network as a bus, with the name and address that travel along it. */
export const PublicNetwork = memo(PublicNetworkInner);
