import { makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({ link: { color: 'inherit', overflowWrap: 'anywhere' } });

/** An e-mail address that a mail program can write to. */
export function MailLink({ address }: { readonly address: string }) {
  const styles = useStyles();
  return (
    <a className={styles.link} href={`mailto:${encodeURIComponent(address).replace('%40', '@')}`}>
      {address}
    </a>
  );
}
