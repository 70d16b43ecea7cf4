import { makeStyles, tokens } from '@fluentui/react-components';
import { DocumentError20Regular } from '@fluentui/react-icons';
import { Card } from '../components/card.tsx';
import { absoluteTime } from '../components/school-time.ts';

const useStyles = makeStyles({
  card: { padding: '14px 20px', marginBottom: '16px' },
  state: { display: 'flex', gap: '8px', alignItems: 'flex-start', fontWeight: tokens.fontWeightSemibold },
  icon: { flexShrink: 0 },
});

/** Says that a concern's row is gone from SharePoint; nothing where it is not. */
export function RemovedNote({ removedAt }: { readonly removedAt: string | undefined }) {
  const styles = useStyles();
  if (removedAt === undefined) return null;
  return (
    <Card className={styles.card} aria-label="Deleted in SharePoint">
      <span className={styles.state}>
        <DocumentError20Regular className={styles.icon} aria-hidden />
        <span>
          {`Its row was deleted in SharePoint; Lantern found that on ${absoluteTime(removedAt)}. Lantern still holds all that it said. Put the row back from the site’s recycle bin, and find out who deleted it.`}
        </span>
      </span>
    </Card>
  );
}
