import { makeStyles, tokens } from '@fluentui/react-components';
import type { MeetingChildItem, PaperOfChild } from '../../src/areas/meetings/contract.ts';
import { ChildName } from '../components/child-name.tsx';
import { Sheet } from '../people/sheet.tsx';

const useStyles = makeStyles({
  list: { display: 'grid', gap: '8px', listStyleType: 'none', margin: 0, padding: 0 },
  paper: { display: 'grid', gap: '2px', justifyItems: 'start', overflowWrap: 'anywhere' },
  detail: { color: tokens.colorNeutralForeground2 },
});

const words: Readonly<Record<PaperOfChild['state'], string>> = {
  none: 'in no file: the meeting spoke of no concern about them',
  waiting: 'made once the minutes are final',
  made: 'made, and on their way to the library',
  'in-library': 'in the library, as PDF and for Word',
};

export interface PapersOfMinutesProps {
  readonly papers: readonly PaperOfChild[];
  readonly items: readonly MeetingChildItem[];
}

/** In which child’s file the minutes lie, and how far they are on their way there. */
export function PapersOfMinutes({ papers, items }: PapersOfMinutesProps) {
  const styles = useStyles();
  if (papers.length === 0) return null;
  return (
    <Sheet id="papers" title="In the children’s files">
      <ul className={styles.list} aria-labelledby="papers">
        {papers.map(({ id, label, concernRef, state }) => (
          // One child may have several concerns.
          <li key={`${id} ${concernRef ?? ''}`} className={styles.paper}>
            <ChildName name={items.find((child) => child.id === id)?.name ?? label} />
            <span className={styles.detail}>
              {concernRef === undefined ? words[state] : `${concernRef}: ${words[state]}`}
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
