import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  note: {
    margin: 0,
    maxWidth: '68ch',
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground1,
    '@media print': { display: 'none' },
  },
  to: { fontWeight: tokens.fontWeightSemibold },
});

/** What is said before anything goes out of Lantern, whatever it is and wherever it goes. */
export const confidential =
  'It is confidential: keep it only where those may read it who need it to keep a child safe, and pass it to nobody else.';

/** Who receives what is saved to the device. */
export const thisDevice = (name: string | undefined): string =>
  `It goes to this device, to you${name === undefined ? '' : `, ${name}`}.`;

export interface GoesToProps {
  /** By which the button that sends it is described, so that a screen reader says it with the button. */
  readonly id: string;
  /** Who receives it, in one line. */
  readonly to: string;
}

/** Before something goes out: who receives it, by name, and that it is confidential. */
export function GoesTo({ id, to }: GoesToProps) {
  const styles = useStyles();
  return (
    <p className={styles.note} id={id}>
      <span className={styles.to} dir="auto">
        {to}
      </span>{' '}
      {confidential}
    </p>
  );
}
