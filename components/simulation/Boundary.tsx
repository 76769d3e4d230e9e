import { Component } from 'preact';
import type { ComponentChildren } from 'preact';

interface BoundaryProperties {
  /** The id of the simulation, whose story on paper is offered in its place. */
  readonly id: string;
  readonly children: ComponentChildren;
}

/** Keeps a mistake in a simulation to itself: says so where it stood, and reports it to the browser. */
export class Boundary extends Component<BoundaryProperties, { readonly broken: boolean }> {
  override state = { broken: false };

  override componentDidCatch(error: unknown): void {
    reportError(error);
    this.setState({ broken: true });
  }

  override render(): ComponentChildren {
    const { id, children } = this.props;
    if (!this.state.broken) return children;
    return (
      <p class="simulation broken" role="alert">
        This simulation has broken, which is our mistake.{' '}
        <a href={`#${id}-story`}>Read the same run on paper.</a>
      </p>
    );
  }
}
