import { makeStyles, tokens } from '@fluentui/react-components';
import { DocumentCheckmark20Regular, ShieldCheckmark20Regular } from '@fluentui/react-icons';
import type { Filed } from '../../src/areas/concerns/contract.ts';

const useStyles = makeStyles({
  mark: { display: 'inline-flex', gap: '6px', alignItems: 'flex-start', color: tokens.colorNeutralForeground2 },
  icon: { flexShrink: 0 },
});

/** Where the record lies: safe with Lantern, or in the school's SharePoint too. */
export function FiledMark({ filed }: { readonly filed: Filed }) {
  const styles = useStyles();
  const Icon = filed === 'filed' ? DocumentCheckmark20Regular : ShieldCheckmark20Regular;
  return (
    <span className={styles.mark}>
      <Icon className={styles.icon} aria-hidden />
      {filed === 'filed' ? 'Filed in SharePoint' : 'Received and safe'}
    </span>
  );
}
