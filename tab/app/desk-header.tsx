import { makeStyles, tokens } from '@fluentui/react-components';
import { NamesSwitch } from './names-switch.tsx';

const useStyles = makeStyles({
  header: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: '0 16px',
    paddingBottom: '8px',
    color: tokens.colorNeutralForeground2,
  },
  who: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center' },
  school: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
});

/** Which school's desk this is, and as whom one is looking. */
export function DeskHeader({ name, school }: { readonly name: string; readonly school: string }) {
  const styles = useStyles();
  return (
    <div className={styles.header}>
      <span className={styles.school}>{school}</span>
      <span className={styles.who}>
        <NamesSwitch />
        <span>
          Signed in as <bdi>{name}</bdi>
        </span>
      </span>
    </div>
  );
}
