import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Add20Regular, ChevronDown16Regular, ChevronUp16Regular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import { Link, useHref, useLinkClickHandler, useLocation } from 'react-router';
import { deskViews, type DeskView } from '../../src/areas/desk/contract.ts';
import type { Person } from '../api/person.ts';
import { useRoomForWays } from '../components/use-wide.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px 16px',
    '@media print': { display: 'none' },
  },
  list: { display: 'flex', flexWrap: 'wrap', gap: '0 2px', listStyleType: 'none', margin: '0 0 0 -8px', padding: 0 },
  link: {
    display: 'block',
    padding: '10px 8px',
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { color: tokens.colorNeutralForeground1, textDecorationLine: 'underline' },
  },
  more: {
    minWidth: 0,
    padding: '10px 8px',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    boxShadow: `inset 0 -3px ${tokens.colorCompoundBrandStroke}`,
    borderRadius: 0,
  },
});

const views: readonly DeskView[] = deskViews;
/** Pages with an act of their own. */
const ownAct: ReadonlySet<string> = new Set([
  'roster',
  'roles',
  'agencies',
  'health',
  'journal',
  'need-to-know',
  'meetings',
  'briefings',
  'procedures',
]);
/** How many ways a telephone shows before the others are asked for: two lines. */
const onTelephone = 4;
const report = views.find(({ place }) => place === 'button');

/** The views this person may go to, and the button with which everybody reports a concern. */
export function DeskNav({ views: theirs }: Pick<Person, 'views'>) {
  const styles = useStyles();
  const { pathname } = useLocation();
  const offered = views.filter(({ id, place }) => theirs.includes(id) && place === undefined);
  // The desk itself shows the concerns, or a person's own reports.
  const desk = theirs.includes('concerns') ? 'concerns' : 'reports';
  const current = pathname === '/' ? desk : offered.find(({ path }) => path === pathname)?.id;
  const room = useRoomForWays();
  const list = useId();
  const [all, setAll] = useState(false);
  const few = !room && !all && offered.length > onTelephone + 1;
  // Where one is stands there always.
  const shown = few ? offered.filter(({ id }, i) => i < onTelephone || id === current) : offered;
  const mayReport = report && theirs.includes(report.id) && pathname !== report.path;
  return (
    <div className={styles.bar}>
      <nav aria-label="Lantern">
        <ul id={list} className={styles.list}>
          {shown.map(({ id, label, path }) => (
            <li key={id}>
              <Link
                to={path}
                className={mergeClasses(styles.link, id === current && styles.current)}
                {...(id === current && { 'aria-current': 'page' as const })}
              >
                {label}
              </Link>
            </li>
          ))}
          {!room && (few || all) && (
            <li>
              <Button
                appearance="transparent"
                className={styles.more}
                icon={all ? <ChevronUp16Regular /> : <ChevronDown16Regular />}
                iconPosition="after"
                aria-expanded={all}
                aria-controls={list}
                onClick={() => setAll(!all)}
              >
                {all ? 'Fewer' : 'More'}
              </Button>
            </li>
          )}
        </ul>
      </nav>
      {mayReport && (
        <ReportButton primary={current !== undefined && !ownAct.has(current)} to={report.path} label={report.label} />
      )}
    </div>
  );
}

/** The one primary button of a list; on a page that has an act of its own it steps back. */
function ReportButton(props: { readonly primary: boolean; readonly to: string; readonly label: string }) {
  const href = useHref(props.to);
  const go = useLinkClickHandler<HTMLAnchorElement>(props.to);
  return (
    <Button
      as="a"
      href={href}
      appearance={props.primary ? 'primary' : 'secondary'}
      icon={<Add20Regular />}
      onClick={(event) => go(event)}
    >
      {props.label}
    </Button>
  );
}
