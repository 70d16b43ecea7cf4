import { Button } from '@fluentui/react-components';
import { ErrorCircle48Regular } from '@fluentui/react-icons';
import { Component, type ReactNode } from 'react';
import { StatePage } from '../components/state-page.tsx';

interface Props {
  readonly children: ReactNode;
  readonly reload: () => void;
}

/** Catches a fault of the screen itself, so that a person reads what to do instead of an empty page. */
export class ErrorBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <main>
        <StatePage
          icon={<ErrorCircle48Regular />}
          title="This screen stopped working"
          level={1}
          action={<Button onClick={this.props.reload}>Load it again</Button>}
        >
          What has been reported is safe. Load the screen again; if it stays so, tell your IT lead.
        </StatePage>
      </main>
    );
  }
}
