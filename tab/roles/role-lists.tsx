import { Button, makeStyles } from '@fluentui/react-components';
import { Add20Regular, PersonSwap20Regular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import type { RoleDesk, RoleItem } from '../../src/areas/roles/contract.ts';
import { Card } from '../components/card.tsx';
import { TitledList } from '../components/titled-list.tsx';
import { FoldedList } from '../components/folded-list.tsx';
import { Notice } from '../components/notice.tsx';
import { useFocusBack } from '../components/use-focus-back.ts';
import { Sheet } from '../people/sheet.tsx';
import { RoleEntry } from './role-entry.tsx';
import { RoleForm } from './role-form.tsx';

const useStyles = makeStyles({
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    padding: '12px 0 16px',
    '@media print': { display: 'none' },
  },
  form: { paddingBottom: '16px' },
  list: { listStyleType: 'none', margin: 0, padding: '0 20px' },
});

const forms = { give: 'Give a role', acting: 'Appoint an acting lead' } as const;

/** The roles: what a second person has to see first, then those in force, then those that are over. */
export function RoleLists({ desk: { page, people, schools, actingDays } }: { readonly desk: RoleDesk }) {
  const styles = useStyles();
  const [open, setOpen] = useState<keyof typeof forms>();
  const [told, setTold] = useState<string>();
  const opener = useRef<HTMLDivElement>(null);
  const at = (ids: readonly string[]) => schools.filter(({ id }) => ids.includes(id));
  const offered = { give: at(page.mayGive), acting: at(page.mayAppoint) };
  const several = new Set(page.items.map(({ school }) => school)).size > 1;
  useFocusBack(open !== undefined, opener);
  const close = () => setOpen(undefined);
  const begin = (kind: keyof typeof forms) => {
    setTold(undefined);
    setOpen(kind);
  };
  const entryOf = (item: RoleItem) => (
    <RoleEntry
      key={item.id}
      item={item}
      {...(several && { school: schools.find(({ id }) => id === item.school)?.name ?? '' })}
      told={setTold}
    />
  );
  const unseen = page.items.filter(({ standing, unconfirmed }) => standing === 'waits' || unconfirmed);
  const inForce = page.items.filter((item) => item.standing === 'in-force' && !item.unconfirmed);
  const over = page.items.filter(({ standing }) => standing === 'over');
  return (
    <>
      {told !== undefined && <Notice intent="success">{told}</Notice>}
      {open === undefined && (
        <div ref={opener} className={styles.buttons}>
          {offered.give.length > 0 && (
            <Button appearance="primary" icon={<Add20Regular />} onClick={() => begin('give')}>
              {forms.give}
            </Button>
          )}
          {offered.acting.length > 0 && (
            <Button icon={<PersonSwap20Regular />} onClick={() => begin('acting')}>
              {forms.acting}
            </Button>
          )}
        </div>
      )}
      {open !== undefined && (
        <div className={styles.form}>
          <Sheet id="begin" title={forms[open]}>
            <RoleForm
              kind={open}
              schools={offered[open]}
              actingDays={actingDays}
              people={people}
              cancel={close}
              done={(text) => {
                close();
                setTold(text);
              }}
            />
          </Sheet>
        </div>
      )}
      {unseen.length > 0 && (
        <TitledList id="second" title="For a second person">
          {unseen.map(entryOf)}
        </TitledList>
      )}
      <Card>
        <ul className={styles.list} aria-label="Roles in force, by name">
          {inForce.map(entryOf)}
        </ul>
      </Card>
      <FoldedList summary="Over" label="Roles that are over" entries={over.map(entryOf)} />
    </>
  );
}
