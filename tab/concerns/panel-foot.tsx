import { makeStyles, tokens } from '@fluentui/react-components';
import { Link } from 'react-router';
import { deskViews, type DeskView } from '../../src/areas/desk/contract.ts';

const useStyles = makeStyles({
  foot: { display: 'flex', gap: '8px 16px', padding: '12px 0', '@media print': { display: 'none' } },
  link: { color: tokens.colorNeutralForeground2, padding: '4px 0' },
});

const atFoot: readonly DeskView[] = deskViews.filter((view: DeskView) => view.place === 'foot');

/** Ways to what is needed seldom. */
export function PanelFoot({ views }: { readonly views: readonly string[] }) {
  const styles = useStyles();
  const offered = atFoot.filter(({ id }) => views.includes(id));
  if (offered.length === 0) return null;
  return (
    <nav aria-label="Also here" className={styles.foot}>
      {offered.map(({ id, path, label }) => (
        <Link key={id} to={path} className={styles.link}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
