import { ProgressBar, makeStyles, tokens } from '@fluentui/react-components';
import type { HealthDesk, HealthState } from '../../src/areas/settings/contract.ts';
import { useNow, useSchoolClock } from '../api/clock-context.ts';
import { Card } from '../components/card.tsx';
import { absoluteTime } from '../components/school-time.ts';
import { spanText } from '../components/span-text.ts';
import { countOf, summaryOf } from './health-words.ts';
import { StateMark } from './state-mark.tsx';

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '8px',
    padding: '16px 20px',
  },
  first: {
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '68ch' },
});

const many = 180_000;

export interface HealthSummaryProps {
  readonly desk: HealthDesk;
  /** When that answer came, in milliseconds of the device's clock. */
  readonly cameAt: number;
}

/** The first thing to know: how Lantern is, when that was seen, and whether it is being looked at now. */
export function HealthSummary({ desk, cameAt }: HealthSummaryProps) {
  const styles = useStyles();
  const { health, running, brokeOffAt } = desk;
  const passed = useNow() - useSchoolClock().at(cameAt);
  /** By the machine's clock, which in the demonstration is not the school's. */
  const now = Date.parse(desk.now) + Math.max(0, passed);
  return (
    <Card className={styles.card} aria-label="In short">
      {health ? (
        <>
          <p className={styles.first}>
            <StateMark state={worstOf(health.lines)} bare />
            {summaryOf(health.lines)}
          </p>
          <p className={styles.text}>{whenText(health.at, now)}</p>
        </>
      ) : (
        !running && (
          <>
            <p className={styles.first}>Not looked at yet</p>
            <p className={styles.text}>
              Since it was started, nobody has had Lantern examined from here. It takes some seconds, longer where the
              journal is long, and changes nothing.
            </p>
          </>
        )
      )}
      {running && (
        <>
          <ProgressBar aria-label="Lantern is being examined" />
          <p className={styles.text}>
            {`Lantern is being examined. That began ${spanText(Date.parse(running.since), now)} ago; you can leave this page, it goes on.`}
            {now - Date.parse(running.since) > many &&
              ' A long journal takes its time, for every entry of it is proved.'}
          </p>
        </>
      )}
      {brokeOffAt !== undefined && !running && (
        <p className={styles.text}>
          {`The last examination broke off (${absoluteTime(brokeOffAt)})${health ? '; what stands here was found before' : ''}. `}
          Look again. If it breaks off again, Lantern’s log says why (health.broke-off), and on Lantern’s machine npm
          run doctor looks without it.
        </p>
      )}
    </Card>
  );
}

function worstOf(lines: NonNullable<HealthDesk['health']>['lines']): HealthState {
  const order = ['fault', 'warning'] as const;
  return order.find((state) => countOf(lines, state) > 0) ?? 'ok';
}

function whenText(at: string, now: number): string {
  const span = spanText(Date.parse(at), now);
  return `Looked at ${span} ago: ${absoluteTime(at)} by the clock of Lantern’s machine.`;
}
