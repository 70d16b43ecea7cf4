import { makeStyles, tokens } from '@fluentui/react-components';
import type { ConcernDetail } from '../../src/areas/concerns/contract.ts';
import { concernFields } from '../../src/areas/concerns/fields.ts';
import { useApi } from '../api/api-context.ts';
import { ActionsSection } from '../actions/actions-section.tsx';
import { Card } from '../components/card.tsx';
import { ChildName } from '../components/child-name.tsx';
import { FiledMark } from '../components/filed-mark.tsx';
import { PrintButton } from '../components/print-button.tsx';
import { PrintHead } from '../components/print-head.tsx';
import { usePrint } from '../components/use-print.ts';
import { FilesSection } from '../files/files-section.tsx';
import { LettersSection } from '../letters/letters-section.tsx';
import { CircleSection, GivenNote } from '../need-to-know/circle-section.tsx';
import { SeenSection } from '../journal/seen-section.tsx';
import { BroughtSection } from '../meetings/brings/brought-section.tsx';
import { ChildLink } from '../people/child-link.tsx';
import { ActSection } from './act-section.tsx';
import { AddendaSection } from './addenda-section.tsx';
import { ChildMark } from './child-mark.tsx';
import { ChildSection } from './child-section.tsx';
import { ConcernFacts } from './concern-facts.tsx';
import { HistorySection } from './history-section.tsx';
import { MoreChildren } from './more-children.tsx';
import { OutsideSection } from './outside-section.tsx';
import { PersonsSection } from './persons-section.tsx';
import { RemovedNote } from './removed-note.tsx';
import { SafeNowMark } from './safe-now-mark.tsx';
import { SettleSection } from './settle-section.tsx';
import { TakeSection } from './take-section.tsx';
import { UrgencyMark } from './urgency-mark.tsx';
import { yearText } from './year-text.ts';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', gap: '6px 16px', alignItems: 'center', paddingBottom: '12px' },
  more: { '@media print': { display: 'none' } },
  end: { marginLeft: 'auto', '@media (max-width: 719px)': { marginLeft: '-12px' } },
  pair: { display: 'inline-flex', gap: '6px', alignItems: 'center' },
  body: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 3fr)',
    gap: '16px',
    alignItems: 'start',
    paddingTop: '16px',
    '@media (max-width: 859px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'grid', gap: '16px', gridTemplateColumns: 'minmax(0, 1fr)' },
  sheet: { padding: '16px 20px' },
  title: { margin: '0 0 8px', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  words: {
    margin: 0,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase500,
  },
});

/** Everything that one concern says, and what this person may do about it. */
export function ConcernView({ concern }: { readonly concern: ConcernDetail }) {
  const styles = useStyles();
  const api = useApi();
  const print = usePrint(() => api.printConcern(concern.id));
  const { lead } = concern.abilities;
  return (
    <>
      <PrintHead what={`safeguarding record ${concern.ref}`} printed={print.answer} />
      {!lead && <GivenNote concernId={concern.id} />}
      <div className={styles.line}>
        <span>
          {concern.yearGroup && `${yearText(concern.yearGroup)} · `}
          {concern.ref}
        </span>
        <MoreChildren count={concern.moreChildren} />
        <ChildMark childState={concern.childState} />
        {concern.childId !== undefined && lead && (
          <span className={styles.more}>
            <ChildLink id={concern.childId}>
              More about <ChildName name={concern.child} />
            </ChildLink>
          </span>
        )}
      </div>
      <div className={styles.line}>
        <UrgencyMark urgency={concern.urgency} />
        <span className={styles.pair}>
          {concernFields.safeNow.label} <SafeNowMark safeNow={concern.safeNow} />
        </span>
        <FiledMark filed={concern.filed} />
        {concern.abilities.print && (
          <span className={styles.end}>
            <PrintButton act={print} label="Print this concern" />
          </span>
        )}
      </div>
      <RemovedNote removedAt={concern.removedAt} />
      <SettleSection concern={concern} />
      <TakeSection concern={concern} />
      <ChildSection concern={concern} />
      <div className={styles.body}>
        <div className={styles.column}>
          <Card className={styles.sheet} aria-labelledby="words">
            <h2 className={styles.title} id="words">
              {concernFields.words.label}
            </h2>
            <p className={styles.words} dir="auto">
              {concern.words}
            </p>
          </Card>
          <AddendaSection addenda={concern.addenda} />
          <PersonsSection concern={concern} />
          {/* After what there is to read: nobody judges a concern before its words. */}
          <ActSection concern={concern} />
          {lead && <ActionsSection concernId={concern.id} />}
          {lead && <LettersSection concern={concern} />}
          {lead && concern.childId !== undefined && <BroughtSection concernId={concern.id} />}
          <FilesSection concernId={concern.id} />
          <HistorySection concern={concern} />
          {lead && <OutsideSection concern={concern} />}
          {lead && <CircleSection concernId={concern.id} />}
          {concern.abilities.readers && <SeenSection concernId={concern.id} />}
        </div>
        <Card className={styles.sheet} aria-labelledby="facts">
          <h2 className={styles.title} id="facts">
            Details
          </h2>
          <ConcernFacts concern={concern} />
        </Card>
      </div>
    </>
  );
}
