import { Button, makeStyles } from '@fluentui/react-components';
import { EyeOff20Regular, LockOpen20Regular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import type { AccessItem, NeedToKnowDesk } from '../../src/areas/need-to-know/contract.ts';
import { TitledList } from '../components/titled-list.tsx';
import { FoldedList } from '../components/folded-list.tsx';
import { Notice } from '../components/notice.tsx';
import { useFocusBack } from '../components/use-focus-back.ts';
import { Sheet } from '../people/sheet.tsx';
import { AccessEntry } from './access-entry.tsx';
import { BreakGlassForm } from './break-glass-form.tsx';
import { ConflictForm } from './conflict-form.tsx';

const useStyles = makeStyles({
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    padding: '12px 0 16px',
    '@media print': { display: 'none' },
  },
  form: { paddingBottom: '16px' },
});

const forms = {
  other: 'Declare a conflict of interest',
  own: 'Declare one of mine',
  glass: 'Open a child’s file by break-glass',
} as const;

/** What a lead has still to see first, then all that is in force, newest first, then what is over. */
export function AccessLists({ desk: { page, people, schools } }: { readonly desk: NeedToKnowDesk }) {
  const styles = useStyles();
  const [open, setOpen] = useState<keyof typeof forms>();
  const [told, setTold] = useState<string>();
  const opener = useRef<HTMLDivElement>(null);
  const several = new Set(page.items.map(({ school }) => school)).size > 1;
  useFocusBack(open !== undefined, opener);
  const close = () => setOpen(undefined);
  const begin = (kind: keyof typeof forms) => {
    setTold(undefined);
    setOpen(kind);
  };
  const given = {
    cancel: close,
    done: (text: string) => {
      close();
      setTold(text);
    },
  };
  const entryOf = (item: AccessItem) => (
    <AccessEntry
      key={item.id}
      item={item}
      {...(several && { school: schools.find(({ id }) => id === item.school)?.name ?? '' })}
      told={setTold}
    />
  );
  const unseen = page.items.filter(({ maySee }) => maySee);
  const inForce = page.items.filter((item) => item.inForce && !item.maySee);
  const over = page.items.filter((item) => !item.inForce && !item.maySee);
  return (
    <>
      {told !== undefined && <Notice intent="success">{told}</Notice>}
      {open === undefined && (
        <div ref={opener} className={styles.buttons}>
          {page.mayBreakGlass.length > 0 && (
            <Button icon={<LockOpen20Regular />} onClick={() => begin('glass')}>
              {forms.glass}
            </Button>
          )}
          {page.mayDeclare.length > 0 && (
            <Button icon={<EyeOff20Regular />} onClick={() => begin('other')}>
              {forms.other}
            </Button>
          )}
          {page.mayDeclareOwn.length > 0 && (
            <Button icon={<EyeOff20Regular />} onClick={() => begin('own')}>
              {forms.own}
            </Button>
          )}
        </div>
      )}
      {open !== undefined && (
        <div className={styles.form}>
          <Sheet id="begin" title={forms[open]}>
            {open === 'glass' && <BreakGlassForm {...given} />}
            {open === 'own' && <ConflictForm {...given} />}
            {open === 'other' && <ConflictForm {...given} people={people} />}
          </Sheet>
        </div>
      )}
      {unseen.length > 0 && (
        <TitledList id="unseen" title="For a lead to look at">
          {unseen.map(entryOf)}
        </TitledList>
      )}
      <TitledList
        id="in-force"
        title="In force"
        none={inForce.length === 0 ? 'Nothing is in force that you may see.' : undefined}
      >
        {inForce.map(entryOf)}
      </TitledList>
      <FoldedList summary="Over" label="What is over" entries={over.map(entryOf)} />
    </>
  );
}
