// The house: which layers there are, what belongs to each, and who may import whom.

/** What tells of the cluster without clock, chance or browser. */
const pure = ['model', 'story', 'availability', 'console', 'search'] as const;

/** What pages are made from; the components may use all of it. */
const belowComponents = [...pure, 'stores', 'authoring', 'site', 'styles'] as const;

/** What each layer may import beside itself. Whoever is not named in a list is above or beside. */
const mayImport = {
  model: [],
  story: ['model'],
  availability: ['model'],
  console: ['model'],
  search: [],
  stores: pure,
  authoring: pure,
  site: [...pure, 'authoring'],
  hosting: ['search'],
  cli: [...pure, 'authoring', 'site', 'hosting'],
  styles: [],
  components: belowComponents,
  layouts: [...belowComponents, 'components'],
  pages: [...belowComponents, 'components', 'layouts'],
  content: [],
} as const satisfies Record<string, readonly string[]>;

/** A layer of the house. */
export type Layer = keyof typeof mayImport;

/** Layers in which nothing depends on when, where or how often they run. */
export const pureLayers: readonly Layer[] = pure;

/** Packages a layer may use; a layer that is not named may use any. */
export const packagesOf: Partial<Record<Layer, readonly string[]>> = {
  model: ['fastest-levenshtein', 'valibot'],
  story: ['valibot'],
  availability: ['valibot'],
  console: ['valibot'],
  search: [],
  stores: ['nanostores', '@nanostores/preact', 'valibot'],
  content: [],
};

/** The layer a file belongs to; undefined for tests and the configuration, which stand outside. */
export function layerOf(path: string): Layer | undefined {
  const [first = '', second = ''] = path.split('/');
  if (first === 'components' || first === 'content') return first;
  if (first !== 'src') return undefined;
  // Files directly in src, such as the collections of content, belong to the pages.
  return isLayer(second) ? second : 'pages';
}

/** Whether files of one layer may import from another. */
export function isAllowed(from: Layer, to: Layer): boolean {
  const allowed: readonly string[] = mayImport[from];
  return from === to || allowed.includes(to);
}

/** The layers a layer may import, for messages. */
export function allowedFor(layer: Layer): string {
  return mayImport[layer].join(', ') || 'no other layer';
}

/** The door of a layer; undefined for those that nobody but tests may enter. */
export function doorOf(layer: Layer): string | undefined {
  if (layer === 'components' || layer === 'styles' || layer === 'layouts') return `#${layer}/…`;
  if (layer === 'pages' || layer === 'cli' || layer === 'content') return undefined;
  return `#${layer}`;
}

function isLayer(name: string): name is Layer {
  return name in mayImport;
}
