import type { VNode } from 'preact';
import type { ResourceView } from '#story';
import { Glyph } from '../Glyph.tsx';
import { memo } from '../memo.ts';
import { layoutOf } from './layout.ts';

function Resource({ resource }: { readonly resource: ResourceView }): VNode {
  return (
    <li class="resource" data-tone={resource.tone} data-resource={resource.id}>
      <Glyph tone={resource.tone} />
      <span class="resource-name">{resource.label}</span>
      <span class="resource-word">{resource.word}</span>
    </li>
  );
}

function ResourcesInner({ resources }: { readonly resources: readonly ResourceView[] }): VNode {
  const { rows, height, lines } = layoutOf(resources);
  const online = (id: string): boolean =>
    resources.find((resource) => resource.id === id)?.tone === 'online';
  return (
    <div class="resources">
      <svg
        class="dependencies"
        viewBox={`0 0 100 ${height}`}
        height={height}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {lines.map(({ from, to, path }) => (
          <path key={`${from} ${to}`} d={path} data-held={online(to)} />
        ))}
      </svg>
      {rows.map((row) => (
        <ul key={row.top} class="resource-row" data-several={row.resources.length > 1}>
          {row.resources.map((resource) => (
            <Resource key={resource.id} resource={resource} />
          ))}
        </ul>
      ))}
    </div>
  );
}

/** What a cabinet hosts: every resource on top of what it depends on, with the lines between. */
export const Resources = memo(ResourcesInner);
