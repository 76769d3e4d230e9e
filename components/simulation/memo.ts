import { Component } from 'preact';
import type { ComponentType, VNode } from 'preact';

/**
 * The component, drawn again only when one of its properties is another one. It must not use hooks:
 * its function is called as a part of the class that compares.
 */
export function memo<Properties extends object>(
  Inner: (properties: Properties) => VNode | null,
): ComponentType<Properties> {
  return class Memo extends Component<Properties> {
    override shouldComponentUpdate(next: Readonly<Properties>): boolean {
      const before = this.props as Record<string, unknown>;
      const after = next as Record<string, unknown>;
      const keys = Object.keys({ ...before, ...after });
      return keys.some((key) => !Object.is(before[key], after[key]));
    }
    override render(): VNode | null {
      return Inner(this.props as Properties);
    }
  };
}
