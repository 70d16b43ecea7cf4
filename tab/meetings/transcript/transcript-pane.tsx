import { Button, Checkbox, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import type { TranscriptLine, TranscriptLook } from '../../../src/areas/meetings/contract.ts';
import { sourceMost } from '../../../src/areas/meetings/fields.ts';
import { useAnnounce } from '../../components/announcer.tsx';
import { useNames } from '../../components/child-name.tsx';
import { timeOfDay } from '../../components/school-time.ts';

const useStyles = makeStyles({
  pane: {
    display: 'grid',
    gap: '12px',
    gridTemplateColumns: 'minmax(0, 1fr)',
    padding: '12px 16px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    '@media (max-width: 479px)': { padding: '8px' },
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  field: { gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: '420px' },
  scroll: {
    maxHeight: '360px',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  list: { listStyleType: 'none', margin: 0, padding: '4px' },
  line: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, ':last-child': { borderBottom: 'none' } },
  box: { width: '100%' },
  label: { overflowWrap: 'anywhere', minWidth: 0 },
  time: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums', marginInlineEnd: '8px' },
  speaker: { fontWeight: tokens.fontWeightSemibold, marginInlineEnd: '6px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** Lines that are drawn at once: a long meeting has thousands. */
const screenful = 100;

const why: Readonly<Record<Exclude<TranscriptLook['state'], 'there'>, string>> = {
  none: 'Teams wrote nothing down of this meeting. Somebody has to start the transcript in the meeting itself.',
  'not-allowed':
    'Lantern may not read transcripts of meetings that this person called. Your IT lead can allow it: the settings page of Lantern says how.',
  'not-there': 'Teams does not have this meeting any more, or keeps it no longer.',
  'no-answer': 'Teams did not answer just now. Try again in a moment.',
  unreadable: 'What Teams gave is no transcript that Lantern can read. Open it in Teams.',
};

const matches = ({ speaker = '', text }: TranscriptLine, wanted: string) =>
  `${speaker} ${text}`.toLocaleLowerCase('en-GB').includes(wanted.trim().toLocaleLowerCase('en-GB'));

export interface TranscriptPaneProps {
  /** Of the point into which lines are taken, counted from 1. */
  readonly place: number;
  readonly look: TranscriptLook | undefined;
  /** Why it could not be asked for. */
  readonly failure: string | undefined;
  readonly again: () => void;
  readonly take: (lines: readonly TranscriptLine[]) => void;
  readonly close: () => void;
}

/** What Teams wrote down of the meeting, to be searched, and taken line by line beside a point. */
export function TranscriptPane({ place, look, failure, again, take, close }: TranscriptPaneProps) {
  const styles = useStyles();
  const title = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const { hidden } = useNames();
  useEffect(() => heading.current?.focus(), []);
  const lines = look?.state === 'there' ? look.lines : undefined;
  const said = failure ?? (look && look.state !== 'there' ? why[look.state] : undefined);
  return (
    <section className={styles.pane} aria-labelledby={title}>
      <h3 ref={heading} tabIndex={-1} id={title} className={styles.title}>
        What Teams wrote down
      </h3>
      <p className={styles.quiet}>
        Nobody has checked it: Teams mishears, and takes one voice for another. Lantern keeps none of it but the lines
        that you take. Each time it is opened stands in the journal.
      </p>
      {!look && failure === undefined && <p className={styles.quiet}>Asking Teams…</p>}
      {said !== undefined && (
        <p role="status" className={styles.quiet}>
          {said}
        </p>
      )}
      {hidden && lines && (
        <p className={styles.quiet}>Names are hidden on this screen, so this is not shown. Show names to read it.</p>
      )}
      {!hidden && lines ? (
        <Lines {...{ place, lines, take, close }} />
      ) : (
        <div className={styles.buttons}>
          {said !== undefined && <Button onClick={again}>Ask again</Button>}
          <Button appearance="subtle" onClick={close}>
            Close
          </Button>
        </div>
      )}
    </section>
  );
}

interface LinesProps extends Pick<TranscriptPaneProps, 'place' | 'take' | 'close'> {
  readonly lines: readonly TranscriptLine[];
}

function Lines({ place, lines, take, close }: LinesProps) {
  const styles = useStyles();
  const announce = useAnnounce();
  const [wanted, setWanted] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [most, setMost] = useState(screenful);
  const found = lines.map((line, i) => ({ line, i })).filter(({ line }) => matches(line, wanted));
  const choose = (i: number, now: boolean) => {
    const next = new Set(chosen);
    if (now) next.add(i);
    else next.delete(i);
    setChosen(next);
  };
  const full = chosen.size >= sourceMost.lines;
  const countOf = (n: number) => (n === 1 ? '1 line' : `${n} lines`);
  return (
    <>
      <Field className={styles.field} label="Search in it" hint={`${found.length} of ${countOf(lines.length)}`}>
        <Input
          type="search"
          value={wanted}
          onChange={(_, { value }) => {
            setWanted(value);
            setMost(screenful);
          }}
        />
      </Field>
      {found.length === 0 && <p className={styles.quiet}>No line says this. Teams may have heard it otherwise.</p>}
      {found.length > 0 && (
        <div className={styles.scroll} role="region" tabIndex={0} aria-label="Lines of the transcript">
          <ul className={styles.list}>
            {found.slice(0, most).map(({ line: { at, speaker, text }, i }) => (
              <li key={i} className={styles.line}>
                <Checkbox
                  className={styles.box}
                  checked={chosen.has(i)}
                  disabled={full && !chosen.has(i)}
                  onChange={(_, { checked }) => choose(i, checked === true)}
                  label={
                    <span className={styles.label} dir="auto">
                      <span className={styles.time}>{timeOfDay(Date.parse(at))}</span>
                      {speaker !== undefined && <bdi className={styles.speaker}>{speaker}</bdi>}
                      {text}
                    </span>
                  }
                />
              </li>
            ))}
          </ul>
        </div>
      )}
      {found.length > most && (
        <div className={styles.buttons}>
          <Button size="small" onClick={() => setMost(most + screenful)}>
            Show {Math.min(screenful, found.length - most)} more
          </Button>
        </div>
      )}
      {full && <p className={styles.quiet}>No more than {sourceMost.lines} lines are taken at once.</p>}
      <div className={styles.buttons}>
        <Button
          disabledFocusable={chosen.size === 0}
          onClick={() => {
            if (chosen.size === 0) return;
            take(lines.filter((_, i) => chosen.has(i)));
            announce(`${countOf(chosen.size)} taken beside point ${place}.`);
            setChosen(new Set());
          }}
        >
          {chosen.size === 0 ? 'Take into this point' : `Take ${countOf(chosen.size)} into this point`}
        </Button>
        <Button appearance="subtle" onClick={close}>
          Close the transcript
        </Button>
      </div>
    </>
  );
}
