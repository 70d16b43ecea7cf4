import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  DocumentCheckmark20Regular,
  DocumentError20Regular,
  ShieldCheckmark20Regular,
  type FluentIcon,
} from '@fluentui/react-icons';
import type { Filed } from '../../src/areas/concerns/contract.ts';

const useStyles = makeStyles({
  mark: { display: 'inline-flex', gap: '6px', alignItems: 'flex-start', color: tokens.colorNeutralForeground2 },
  stopped: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  icon: { flexShrink: 0 },
});

const marks: Readonly<Record<Filed, { readonly Icon: FluentIcon; readonly text: string }>> = {
  received: { Icon: ShieldCheckmark20Regular, text: 'Received and safe' },
  filed: { Icon: DocumentCheckmark20Regular, text: 'Filed in SharePoint' },
  stopped: { Icon: DocumentError20Regular, text: 'Safe, not filed: somebody has to decide' },
};

/** Where the record lies: safe with Lantern, or in the school's SharePoint too, or on the way there until somebody decides. */
export function FiledMark({ filed }: { readonly filed: Filed }) {
  const styles = useStyles();
  const { Icon, text } = marks[filed];
  return (
    <span className={mergeClasses(styles.mark, filed === 'stopped' && styles.stopped)}>
      <Icon className={styles.icon} aria-hidden />
      {text}
    </span>
  );
}
