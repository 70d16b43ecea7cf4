import { makeStyles } from '@fluentui/react-components';
import { Heading } from '../components/heading.tsx';
import { Loading } from '../components/loading.tsx';

const useStyles = makeStyles({
  // As high as the school's name and the views that come to stand here, so that nothing jumps when they do.
  header: { minHeight: '72px' },
  head: { padding: '12px 0' },
});

/** The desk before it has anything to show, under the name that Teams gives this tab. */
export function Opening() {
  const styles = useStyles();
  return (
    <>
      <div className={styles.header} />
      <main>
        <div className={styles.head}>
          <Heading>Concerns</Heading>
        </div>
        <Loading label="Loading your desk" rows={7} />
      </main>
    </>
  );
}

/** Some of our scripts did not come: the line broke, or a new version took their place meanwhile. */
export function NotOpened() {
  return (
    <main>
      <Heading>Lantern did not open</Heading>
      <p>
        Check the connection, then <a href={window.location.href}>open it again</a>. If a child is in danger now, call
        999.
      </p>
    </main>
  );
}
