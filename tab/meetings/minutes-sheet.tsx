import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { NotepadEdit20Regular } from '@fluentui/react-icons';
import { useHref, useLinkClickHandler } from 'react-router';
import type { MeetingDetail } from '../../src/areas/meetings/contract.ts';
import { Sheet } from '../people/sheet.tsx';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', alignItems: 'center', justifyContent: 'space-between' },
  text: { margin: 0, color: tokens.colorNeutralForeground2, flex: '1 1 240px' },
});

interface Offer {
  readonly text: string;
  readonly act: string;
}
const written: Partial<Record<MeetingDetail['meeting']['status'], Offer>> = {
  held: { text: 'The meeting is held; nothing is written yet.', act: 'Write the minutes' },
  'minutes-draft': { text: 'Several people can write at the same time.', act: 'Write the minutes' },
  'minutes-agreed': { text: 'The chair has agreed them.', act: 'Read the minutes' },
  'note-kept': { text: 'The school’s own note is kept.', act: 'Read the note' },
  'minutes-published': { text: 'They are agreed and published.', act: 'Read the minutes' },
};

/** The way to the minutes of a meeting, from its day on. */
export function MinutesSheet({ meeting }: { readonly meeting: MeetingDetail['meeting'] }) {
  const styles = useStyles();
  const to = `/meetings/${meeting.id}/minutes`;
  const href = useHref(to);
  const go = useLinkClickHandler<HTMLAnchorElement>(to);
  const begun = { text: 'Say who is here, and write together while you talk.', act: 'Start the minutes' };
  const offer: Offer | undefined = written[meeting.status] ?? (meeting.mayHold ? begun : undefined);
  if (!offer) return null;
  return (
    <Sheet id="minutes" title="Minutes">
      <div className={styles.line}>
        <p className={styles.text}>{offer.text}</p>
        <Button as="a" href={href} appearance="primary" icon={<NotepadEdit20Regular />} onClick={(event) => go(event)}>
          {offer.act}
        </Button>
      </div>
    </Sheet>
  );
}
