import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type * as Y from 'yjs';
import { minutesDraft, type AgendaItem, type MeetingItem } from '../../src/areas/meetings/contract.ts';
import { minuteTexts } from '../../src/areas/meetings/fields.ts';
import { Card } from '../components/card.tsx';
import { DecisionLines } from './decision-lines.tsx';
import { isAboutChildren, promptsOf } from './minutes-prompts.ts';
import { MinutesText } from './minutes-text.tsx';
import type { LineSaid } from './minutes-words.ts';
import { PointChoice } from './point-choice.tsx';
import { PointText } from './point-text.tsx';
import { PointSource, type TranscriptAt } from './transcript/point-source.tsx';
import { useJointText } from './use-joint-text.ts';

const useStyles = makeStyles({
  point: {
    display: 'grid',
    gap: '12px',
    gridTemplateColumns: 'minmax(0, 1fr)',
    padding: '16px 20px',
    '@media (max-width: 479px)': { padding: '12px' },
  },
  head: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', justifyContent: 'space-between', alignItems: 'start' },
  title: {
    display: 'flex',
    gap: '8px',
    margin: 0,
    minWidth: 0,
    flex: '1 1 220px',
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  more: { display: 'flex', flexWrap: 'wrap', gap: '4px 8px' },
});

type Text = keyof typeof minuteTexts;

export interface MinutesPointProps {
  readonly document: Y.Doc;
  readonly kind: MeetingItem['kind'];
  readonly item: AgendaItem;
  /** Its place, counted from 1. */
  readonly place: number;
  /** Names that are offered behind an `@`. */
  readonly names: readonly string[];
  readonly lines: readonly LineSaid[];
  /** Absent where there is none to be looked for. */
  readonly transcript: TranscriptAt | undefined;
}

/** One point of the agenda and what is written about it. What is seldom needed is one press away. */
export function MinutesPoint({ document, kind, item, place, names, lines, transcript }: MinutesPointProps) {
  const styles = useStyles();
  const [opened, setOpened] = useState<readonly Text[]>([]);
  const textOf = (text: Text) => document.getText(minutesDraft.textOf(item.id, text));
  const shared: Readonly<Record<'reason' | 'childView' | 'disagreement', Y.Text>> = {
    ...{ reason: textOf('reason'), childView: textOf('childView'), disagreement: textOf('disagreement') },
  };
  const written: Readonly<Record<keyof typeof shared, boolean>> = {
    reason: useJointText(shared.reason) !== '',
    childView: useJointText(shared.childView) !== '',
    disagreement: useJointText(shared.disagreement) !== '',
  };
  const decision = textOf('decision');
  const decided = useJointText(decision) !== '';
  const prompts = promptsOf(kind);
  const askFor = (text: keyof typeof shared) =>
    written[text] ||
    opened.includes(text) ||
    (text === 'reason' && decided) ||
    (text === 'childView' && item.concern !== undefined && isAboutChildren(kind));
  const seldom = (Object.keys(shared) as (keyof typeof shared)[]).filter(
    (text) => text !== 'childView' || isAboutChildren(kind) || written.childView,
  );
  const closed = seldom.filter((text) => !askFor(text));
  return (
    <Card className={styles.point} aria-labelledby={`point-${item.id}`}>
      <div className={styles.head}>
        <h2 className={styles.title} id={`point-${item.id}`}>
          <span>{place}.</span>
          <PointText item={item} />
        </h2>
        <PointChoice document={document} point={item.id} place={place} />
      </div>
      <PointSource {...{ document, place, transcript }} point={item.id} />
      <MinutesText text={textOf('discussion')} label={minuteTexts.discussion} prompt={prompts.discussion} />
      <MinutesText text={decision} label={minuteTexts.decision} prompt={prompts.decision} names={names}>
        <DecisionLines lines={lines} />
      </MinutesText>
      {seldom
        .filter((text) => askFor(text))
        .map((text) => (
          <MinutesText
            key={text}
            text={shared[text]}
            label={minuteTexts[text]}
            prompt={prompts[text]}
            focus={opened.includes(text)}
          />
        ))}
      {closed.length > 0 && (
        <div className={styles.more}>
          {closed.map((text) => (
            <Button
              key={text}
              size="small"
              appearance="subtle"
              icon={<Add16Regular />}
              aria-label={`${minuteTexts[text]}: write it for point ${place}`}
              onClick={() => setOpened([...opened, text])}
            >
              {minuteTexts[text]}
            </Button>
          ))}
        </div>
      )}
    </Card>
  );
}
