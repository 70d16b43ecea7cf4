import { makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  text: { margin: 0, whiteSpace: 'pre-wrap', maxWidth: '68ch', overflowWrap: 'anywhere' },
});

/** What somebody wrote, letter for letter, in lines that can be read. */
export function BriefingText({ words }: { readonly words: string }) {
  const styles = useStyles();
  return (
    <p className={styles.text} dir="auto">
      {words}
    </p>
  );
}
