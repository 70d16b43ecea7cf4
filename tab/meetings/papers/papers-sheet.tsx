import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import type { MeetingDetail, MeetingPaperItem, MeetingPersonItem } from '../../../src/areas/meetings/contract.ts';
import { schoolDate } from '../../actions/school-date.ts';
import { useApi } from '../../api/api-context.ts';
import { Loading } from '../../components/loading.tsx';
import { Notice } from '../../components/notice.tsx';
import { useFocusNext } from '../../components/use-focus-back.ts';
import { Sheet } from '../../people/sheet.tsx';
import { papersQuery } from '../queries.ts';
import { PaperEntry } from './paper-entry.tsx';

const LayPaperForm = lazy(async () => ({ default: (await import('./lay-paper-form.tsx')).LayPaperForm }));

const useStyles = makeStyles({
  list: { display: 'grid', gap: '12px', listStyleType: 'none', margin: 0, padding: 0 },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  button: { margin: '12px 0 0', '@media print': { display: 'none' } },
});

export interface PapersSheetProps {
  readonly meeting: MeetingDetail['meeting'];
  readonly people: readonly MeetingPersonItem[];
}

/** The files that are laid before the meeting, who may read each and who has; the way to lay another. Looking at them is a look of its own. */
export function PapersSheet({ meeting, people }: PapersSheetProps) {
  const styles = useStyles();
  const { data, error } = useQuery(papersQuery(useApi(), meeting.id));
  const [open, setOpen] = useState<{ readonly of?: MeetingPaperItem }>();
  const [told, setTold] = useState<string>();
  const place = useRef<HTMLDivElement>(null);
  const back = useFocusNext(place);
  const { mayLay, until } = meeting.papers;
  const items = data ?? [];
  if (!mayLay && items.length === 0 && !error) return null;
  const close = () => {
    setOpen(undefined);
    back();
  };
  const begin = (of?: MeetingPaperItem) => {
    setTold(undefined);
    setOpen({ ...(of && { of }) });
  };
  return (
    <Sheet id="papers" title="Papers">
      {told !== undefined && <Notice intent="success">{told}</Notice>}
      {error && <Notice intent="error">{error.message}</Notice>}
      {data && items.length === 0 && <p className={styles.text}>No file is laid before this meeting.</p>}
      {items.length > 0 && (
        <p className={styles.text}>Whoever is named under a paper can read it here until {schoolDate(until)}.</p>
      )}
      <div ref={place}>
        {open ? (
          <Suspense fallback={<Loading label="Opening the form" rows={4} />}>
            <LayPaperForm
              {...{ meeting, people, laid: items, cancel: close }}
              {...(open.of && { of: open.of })}
              done={(text) => {
                close();
                setTold(text);
              }}
            />
          </Suspense>
        ) : (
          <>
            {items.length > 0 && (
              <ul className={styles.list} aria-labelledby="papers">
                {items.map((item) => (
                  <PaperEntry
                    key={item.id}
                    meeting={meeting.id}
                    item={item}
                    change={() => begin(item)}
                    withdrawn={() => {
                      setTold('Withdrawn. Nobody can read it here any more.');
                      back();
                    }}
                  />
                ))}
              </ul>
            )}
            {mayLay && (
              <p className={styles.button}>
                <Button onClick={() => begin()}>Add a file</Button>
              </p>
            )}
          </>
        )}
      </div>
    </Sheet>
  );
}
