import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  link: { color: 'inherit', fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
});

/** A telephone number that a telephone can dial. */
export function PhoneLink({ phone }: { readonly phone: string }) {
  const styles = useStyles();
  return (
    <a className={styles.link} href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
      {phone}
    </a>
  );
}
