import { Button } from '@fluentui/react-components';
import { CloudError48Regular, LockClosed48Regular } from '@fluentui/react-icons';
import { StatePage } from './state-page.tsx';

/** Answers that will be the same however often one asks: whoever is looking may not see this, or is nobody we know. */
const closed = new Set(['not-found', 'wrong-organisation', 'suspended']);

export interface FailurePageProps {
  readonly code: string;
  readonly message: string;
  readonly level: 1 | 2;
  readonly retry: () => void;
}

/** Instead of what was asked for: nothing one may see, or a failure that may pass. */
export function FailurePage({ code, message, level, retry }: FailurePageProps) {
  return closed.has(code) ? (
    <StatePage icon={<LockClosed48Regular />} title="Nothing to show here" level={level}>
      {message}
    </StatePage>
  ) : (
    <StatePage
      icon={<CloudError48Regular />}
      title="This did not load"
      level={level}
      action={<Button onClick={retry}>Try again</Button>}
    >
      {message}
    </StatePage>
  );
}
