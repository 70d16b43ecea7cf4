import { Badge, Link, makeStyles, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircle20Regular,
  Circle20Regular,
  DismissCircle20Regular,
  Warning16Filled,
} from '@fluentui/react-icons';
import type { MinutesInChannel } from '../../../src/areas/channels/contract.ts';
import type { ChannelRendering } from '../../../src/areas/meetings/contract.ts';
import { actionStatus } from '../../../src/areas/actions/fields.ts';
import { schoolDate } from '../../actions/school-date.ts';
import { useNow } from '../../api/clock-context.ts';
import { Card } from '../../components/card.tsx';
import { absoluteTime, schoolDayOf } from '../../components/school-time.ts';
import { kindText } from '../meeting-words.ts';

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gap: '14px',
    gridTemplateColumns: 'minmax(0, 1fr)',
    padding: '16px 20px',
    overflowWrap: 'anywhere',
    '@media (max-width: 479px)': { padding: '14px 14px' },
  },
  head: { display: 'grid', gap: '2px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  points: { display: 'grid', gap: '14px', listStyleType: 'none', margin: 0, padding: 0 },
  point: { display: 'grid', gap: '4px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  words: { margin: 0, whiteSpace: 'pre-wrap' },
  actions: { display: 'grid', gap: '8px', listStyleType: 'none', margin: '4px 0 0', padding: 0 },
  action: {
    display: 'grid',
    gap: '2px 8px',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    padding: '8px 10px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  state: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center', gridColumn: 2 },
});

type Action = ChannelRendering['points'][number]['actions'][number];

const icons: Readonly<Partial<Record<Action['status'], typeof Circle20Regular>>> = {
  'done-unverified': CheckmarkCircle20Regular,
  verified: CheckmarkCircle20Regular,
  'cancelled-reasoned': DismissCircle20Regular,
};

export interface MinutesCardProps {
  readonly minutes: MinutesInChannel;
  readonly openLink: (link: string) => void;
}

/** Minutes as their post in the channel says them. */
export function MinutesCard({ minutes: { post, sentAt, link, rendering, added }, openLink }: MinutesCardProps) {
  const styles = useStyles();
  const title = rendering ? kindText(rendering.kind) : 'Minutes';
  return (
    <Card className={styles.card} aria-labelledby={`minutes-${post}`}>
      <div className={styles.head}>
        <h2 className={styles.title} id={`minutes-${post}`}>
          {title}
          {rendering && <>, {schoolDate(rendering.heldOn)}</>}
        </h2>
        <p className={styles.quiet}>
          Posted <time dateTime={sentAt}>{absoluteTime(sentAt)}</time>
        </p>
      </div>
      {rendering ? (
        <Points points={rendering.points} />
      ) : (
        <p className={styles.words}>What they say cannot be shown here now. It stands in Lantern.</p>
      )}
      {added && (
        <p className={styles.quiet}>
          {added.times === 1 ? 'Something was added to them' : `Something was added to them ${added.times} times`},{' '}
          {added.times > 1 && 'last '}
          <time dateTime={added.lastAt}>{absoluteTime(added.lastAt)}</time>. What, stands in Lantern, for those who need
          to know.
        </p>
      )}
      <p className={styles.quiet}>
        <Link
          href={link}
          aria-describedby={`minutes-${post}`}
          onClick={(event) => {
            event.preventDefault();
            openLink(link);
          }}
        >
          Open in Lantern
        </Link>{' '}
        for those who may see more
      </p>
    </Card>
  );
}

function Points({ points }: Pick<ChannelRendering, 'points'>) {
  const styles = useStyles();
  if (points.length === 0) return <p className={styles.quiet}>Nothing was decided that is told here.</p>;
  return (
    <ul className={styles.points}>
      {points.map(({ heading, decision, actions }, i) => (
        // Points have no id here, and their order stands.
        <li key={i} className={styles.point}>
          <h3 className={styles.heading}>
            <bdi>{heading}</bdi>
          </h3>
          {decision !== undefined && (
            <p className={styles.words} dir="auto">
              {decision}
            </p>
          )}
          {actions.length > 0 && (
            <ul className={styles.actions} aria-label="Actions">
              {actions.map((action) => (
                <ActionRow key={action.id} action={action} />
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}

function ActionRow({ action: { what, ownerName, dueOn, status } }: { readonly action: Action }) {
  const styles = useStyles();
  const today = schoolDayOf(useNow());
  const Icon = icons[status] ?? Circle20Regular;
  const late = (status === 'open' || status === 'accepted') && dueOn < today;
  return (
    <li className={styles.action}>
      <Icon aria-hidden />
      <span dir="auto">{what}</span>
      <span className={styles.state}>
        <span>{actionStatus[status] ?? status}</span>
        <span className={styles.quiet}>
          <bdi>{ownerName}</bdi>, by <time dateTime={dueOn}>{schoolDate(dueOn)}</time>
        </span>
        {late && (
          <Badge appearance="tint" color="danger" shape="rounded" icon={<Warning16Filled />}>
            Overdue
          </Badge>
        )}
      </span>
    </li>
  );
}
