import { makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Regular, Warning16Regular } from '@fluentui/react-icons';
import type { LineSaid } from './minutes-words.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gap: '4px', listStyleType: 'none', margin: '6px 0 0', padding: 0 },
  line: { display: 'flex', gap: '6px', alignItems: 'start', overflowWrap: 'anywhere' },
  sign: { flexShrink: 0, marginTop: '2px' },
  becomes: { color: tokens.colorPaletteGreenForeground1 },
  left: { color: tokens.colorPaletteDarkOrangeForeground1 },
  text: { color: tokens.colorNeutralForeground1 },
});

/** What will become of the lines of a decision, beneath it. */
export function DecisionLines({ lines }: { readonly lines: readonly LineSaid[] }) {
  const styles = useStyles();
  if (lines.length === 0) return null;
  return (
    <ul className={styles.list} aria-label="What becomes of it">
      {lines.map(({ line, becomes, text }) => (
        <li key={line} className={styles.line}>
          <span className={becomes ? styles.becomes : styles.left}>
            {becomes ? (
              <CheckmarkCircle16Regular className={styles.sign} aria-hidden />
            ) : (
              <Warning16Regular className={styles.sign} aria-hidden />
            )}
          </span>
          <span className={styles.text}>{text}</span>
        </li>
      ))}
    </ul>
  );
}
