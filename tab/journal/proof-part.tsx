import { Button, ProgressBar, Spinner, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled, ErrorCircle20Filled, Warning20Filled } from '@fluentui/react-icons';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ProofDesk, ProofVerdict } from '../../src/areas/journal/contract.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { useAnnounce } from '../components/announcer.tsx';
import { Card } from '../components/card.tsx';
import { Notice } from '../components/notice.tsx';
import { absoluteTime } from '../components/school-time.ts';
import { useSecondsLeft } from '../components/use-seconds-left.ts';
import { proofKey } from './queries.ts';

const useStyles = makeStyles({
  card: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '8px', padding: '16px 20px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  first: { display: 'flex', gap: '8px', alignItems: 'center', margin: 0, fontWeight: tokens.fontWeightSemibold },
  icon: { flexShrink: 0 },
  holds: { color: tokens.colorStatusSuccessForeground1 },
  broken: { color: tokens.colorStatusDangerForeground1 },
  half: { color: tokens.colorStatusWarningForeground3 },
  text: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '68ch', overflowWrap: 'anywhere' },
  says: { margin: 0, maxWidth: '68ch', overflowWrap: 'anywhere' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 12px',
    '@media print': { display: 'none' },
  },
});

const icons = { holds: CheckmarkCircle20Filled, broken: ErrorCircle20Filled, half: Warning20Filled } as const;
const verdicts = {
  holds: 'The journal is as it was written',
  broken: 'The journal is NOT as it was written',
  half: 'Only a part of it could be proved',
} as const;

export interface ProofPartProps {
  readonly desk: ProofDesk;
  /** When that answer came, in milliseconds of the device's clock. */
  readonly cameAt: number;
}

/** Whether the journal is as it was written, proved from its first entry when somebody asks for it. */
export function ProofPart({ desk, cameAt }: ProofPartProps) {
  const styles = useStyles();
  const api = useApi();
  const client = useQueryClient();
  const { verdict, running, brokeOffAt } = desk;
  const prove = useAct<object, ProofDesk>({
    async send(request) {
      const answer = await api.prove(request);
      client.setQueryData<ProofDesk>(proofKey, answer);
      return answer;
    },
    decided: async () => undefined,
  });
  const left = useSecondsLeft(desk, cameAt);
  const busy = running !== undefined || prove.sending;
  useSaid(desk);
  return (
    <Card className={styles.card} aria-labelledby="proof">
      <h2 className={styles.title} id="proof">
        Is it as it was written?
      </h2>
      {verdict && <Verdict verdict={verdict} />}
      {!verdict && !running && (
        <p className={styles.text}>
          Not proved since Lantern was started. Lantern goes through every entry and holds it against the copy in
          SharePoint; it changes nothing.
        </p>
      )}
      {running && (
        <>
          <ProgressBar
            aria-label="The journal is being proved"
            {...(running.percent > 0 && { value: running.percent / 100 })}
          />
          <p className={styles.text}>
            {running.percent > 0
              ? `${running.percent}% of the entries hold so far. `
              : 'Lantern is going through the entries. '}
            You can leave this page, it goes on.
          </p>
        </>
      )}
      {brokeOffAt !== undefined && !running && (
        <p className={styles.text}>
          {`The last proof broke off (${absoluteTime(brokeOffAt)}). Ask for it again. If it breaks off again, whoever keeps Lantern in order finds in its log why (proof.broke-off).`}
        </p>
      )}
      <div className={styles.row}>
        <Button
          icon={busy ? <Spinner size="tiny" /> : null}
          disabledFocusable={busy || left > 0}
          onClick={() => prove.press({})}
        >
          {verdict || brokeOffAt !== undefined ? 'Prove it again' : 'Prove it now'}
        </Button>
        {!busy && left > 0 && (
          <span className={styles.text}>{`Again in ${left} ${left === 1 ? 'second' : 'seconds'}.`}</span>
        )}
      </div>
      {prove.failure && <Notice intent="error">{prove.failure.message}</Notice>}
    </Card>
  );
}

function Verdict({ verdict: { outcome, says, at } }: { readonly verdict: ProofVerdict }) {
  const styles = useStyles();
  const Icon = icons[outcome];
  return (
    <>
      <p className={styles.first}>
        <Icon className={mergeClasses(styles.icon, styles[outcome])} aria-hidden />
        {verdicts[outcome]}
      </p>
      {says
        .filter((line) => line !== `${verdicts.broken}.`)
        .map((line) => (
          <p key={line} className={styles.says}>
            {line}
          </p>
        ))}
      <p className={styles.text}>{`Proved on ${absoluteTime(at)} by the clock of Lantern’s machine.`}</p>
    </>
  );
}

/** Says aloud when a proof begins and how it ended; what was there when the page opened stands in its text. */
function useSaid(desk: ProofDesk): void {
  const announce = useAnnounce();
  const before = useRef<ProofDesk>(undefined);
  useEffect(() => {
    const last = before.current;
    before.current = desk;
    if (!last) return;
    if (desk.running && !last.running) announce('The journal is being proved');
    else if (desk.verdict && desk.verdict.at !== last.verdict?.at) announce(verdicts[desk.verdict.outcome]);
    else if (last.running && !desk.running) announce('The proof broke off');
  }, [announce, desk]);
}
