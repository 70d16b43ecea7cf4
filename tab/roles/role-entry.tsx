import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components';
import { Clock16Regular } from '@fluentui/react-icons';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { grantableRole } from '../../src/areas/people/fields.ts';
import type { RoleItem, RoleRequest } from '../../src/areas/roles/contract.ts';
import { schoolDate } from '../actions/school-date.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { FiledMark } from '../components/filed-mark.tsx';
import { ListEntry } from '../components/list-entry.tsx';
import { useFocusNext } from '../components/use-focus-back.ts';
import { RoleDaysForm } from './role-days-form.tsx';
import { storyOf } from './role-story.ts';

const useStyles = makeStyles({
  detail: { color: tokens.colorNeutralForeground2 },
  // On a phone its words need two lines.
  badge: { height: 'auto', minHeight: '20px' },
  question: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
});

export interface RoleEntryProps {
  readonly item: RoleItem;
  /** Name of its school, where the list holds those of several. */
  readonly school?: string;
  /** Says what was done. */
  readonly told: (text: string | undefined) => void;
}

/** One role of one person: how it stands, and what may be done about it. */
export function RoleEntry({ item, school, told }: RoleEntryProps) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const [ending, setEnding] = useState(false);
  const [changing, setChanging] = useState(false);
  const buttons = useRef<HTMLSpanElement>(null);
  const question = useRef<HTMLSpanElement>(null);
  const toButtons = useFocusNext(buttons);
  const toQuestion = useFocusNext(question);
  const { id, rev, name, role, standing, acting, unconfirmed, until, fed, filed } = item;
  const { mayConfirm, mayEnd, mayChangeDays } = item;
  const label = acting ? `Acting ${grantableRole[role].toLowerCase()}` : grantableRole[role];
  const decided = () => queries.invalidateQueries({ queryKey: ['roles'] });
  const confirm = useAct<Omit<RoleRequest, 'form'>>({
    send: (request) => api.confirmRole(id, request).then(() => told(`Confirmed: ${name}, ${label}.`)),
    decided,
  });
  const end = useAct<Omit<RoleRequest, 'form'>>({
    send: (request) =>
      api.endRole(id, request).then(() => told(`${standing === 'waits' ? 'Refused' : 'Ended'}: ${name}, ${label}.`)),
    decided,
  });
  const endWord = standing === 'waits' ? 'Refuse' : 'End';
  return (
    <ListEntry
      name={name}
      placeOfButtons={buttons}
      failures={[confirm.failure, end.failure]}
      said={
        <>
          <span>
            {label}
            {until !== undefined && ` until ${schoolDate(until)}`}
            {school !== undefined && ` · ${school}`}
          </span>
          <span className={styles.detail}>{storyOf(item)}</span>
          {(standing === 'waits' || unconfirmed) && (
            <Badge className={styles.badge} appearance="tint" color="warning" icon={<Clock16Regular />}>
              {standing === 'waits'
                ? 'Not in force: waits for a second person'
                : 'In force; a second person has yet to confirm it'}
            </Badge>
          )}
          {!filed && <FiledMark filed="received" />}
        </>
      }
      buttons={
        (mayConfirm || mayEnd || mayChangeDays) &&
        !ending &&
        !changing && (
          <>
            {mayConfirm && (
              <Button
                size="small"
                appearance="primary"
                aria-label={`Confirm: ${name}, ${label}`}
                disabledFocusable={confirm.sending}
                onClick={() => {
                  told(undefined);
                  confirm.press({ rev });
                }}
              >
                Confirm
              </Button>
            )}
            {mayChangeDays && (
              <Button
                size="small"
                aria-label={`Change days: ${name}, ${label}`}
                disabledFocusable={confirm.sending}
                onClick={() => {
                  told(undefined);
                  setChanging(true);
                }}
              >
                Change days
              </Button>
            )}
            {mayEnd && (
              <Button
                size="small"
                aria-label={`${endWord}: ${name}, ${label}`}
                // Confirmed, it stands in another list, where an open question would not follow it.
                disabledFocusable={confirm.sending}
                onClick={() => {
                  told(undefined);
                  setEnding(true);
                  toQuestion();
                }}
              >
                {endWord}
              </Button>
            )}
          </>
        )
      }
    >
      {changing && (
        <RoleDaysForm
          item={item}
          told={told}
          close={() => {
            setChanging(false);
            toButtons('button[aria-label^="Change days"]');
          }}
        />
      )}
      {ending && (
        <span ref={question} className={styles.question} role="group" aria-label={`${endWord} ${label} of ${name}?`}>
          <span>
            {standing === 'waits' ? 'Say no to this role?' : 'It ends at once, with all that it lets them see.'}
            {fed && ' The Entra group does not give it again.'}
          </span>
          <Button size="small" appearance="primary" disabledFocusable={end.sending} onClick={() => end.press({ rev })}>
            {standing === 'waits' ? 'Say no' : 'End it now'}
          </Button>
          <Button
            size="small"
            onClick={() => {
              setEnding(false);
              toButtons('button:last-of-type');
            }}
          >
            Keep it
          </Button>
        </span>
      )}
    </ListEntry>
  );
}
