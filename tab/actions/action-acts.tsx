import { Button, makeStyles } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ActionItem, ActionRequest, OwnAction } from '../../src/areas/actions/contract.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { useAnnounce } from '../components/announcer.tsx';
import { Notice } from '../components/notice.tsx';
import { WordsForm } from './words-form.tsx';

const useStyles = makeStyles({
  acts: { display: 'grid', gap: '12px', ':focus': { outlineStyle: 'none' } },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', '@media print': { display: 'none' } },
});

type Verb = keyof ActionItem['abilities'];
type WordedVerb = 'complete' | 'reopen' | 'cancel';

const titles: Readonly<Record<Verb, string>> = {
  accept: 'I will do this',
  complete: 'It is done',
  verify: 'Verify',
  reopen: 'Not done: open again',
  cancel: 'No longer needed',
};
const order: readonly Verb[] = ['verify', 'complete', 'accept', 'reopen', 'cancel'];
const asks: Readonly<Record<WordedVerb, { readonly label: string; readonly missing: string; readonly hint?: string }>> =
  {
    complete: { label: 'What did you do?', missing: 'Write in a few words what was done.' },
    reopen: { label: 'Why is it open again?', missing: 'Write why it is open again.' },
    cancel: { label: 'Why is it no longer needed?', missing: 'Write why it is no longer needed.' },
  };
const said: Readonly<Record<Verb, string>> = {
  accept: 'accepted',
  complete: 'done',
  verify: 'verified',
  reopen: 'open again',
  cancel: 'cancelled',
};
const isWorded = (verb: Verb): verb is WordedVerb => verb in asks;

interface Body {
  readonly verb: Verb;
  readonly rev: number;
  readonly words: string;
}

export interface ActionActsProps {
  readonly action: Pick<OwnAction, 'id' | 'rev' | 'ref'> & { readonly abilities: Partial<ActionItem['abilities']> };
}

/** What this person may do to an action now: a button for each act, and the words that it needs. */
export function ActionActs({ action }: ActionActsProps) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const [asking, setAsking] = useState<WordedVerb>();
  const announce = useAnnounce();
  const home = useRef<HTMLDivElement>(null);
  const sent = (verb: Verb, words: string, about: ActionRequest): Promise<unknown> => {
    if (verb === 'complete') return api.completeAction(action.id, { ...about, note: words });
    if (verb === 'reopen') return api.reopenAction(action.id, { ...about, reason: words });
    if (verb === 'cancel') return api.cancelAction(action.id, { ...about, reason: words });
    return verb === 'accept' ? api.acceptAction(action.id, about) : api.verifyAction(action.id, about);
  };
  const act = useAct<Body>({
    send: async ({ verb, words, rev, form }) => {
      await sent(verb, words, { form, rev });
      // The entry may leave for another list before it could say so itself.
      announce(`${action.ref} is ${said[verb]}.`);
    },
    decided: async () => {
      setAsking(undefined);
      await queries.invalidateQueries({ queryKey: ['actions'] });
      if (document.activeElement === document.body) (home.current ?? document.querySelector('h1'))?.focus();
    },
  });
  const press = (verb: Verb, words = '') => act.press({ verb, rev: action.rev, words });
  const may = order.filter((verb) => action.abilities[verb]);
  return (
    <div ref={home} tabIndex={-1} className={styles.acts}>
      {!asking && may.length > 0 && (
        <div className={styles.buttons}>
          {may.map((verb, i) => (
            <Button
              key={verb}
              appearance={i === 0 && verb !== 'cancel' && verb !== 'reopen' ? 'primary' : 'secondary'}
              aria-label={`${titles[verb]}: ${action.ref}`}
              disabledFocusable={act.sending}
              onClick={() => (isWorded(verb) ? setAsking(verb) : press(verb))}
            >
              {titles[verb]}
            </Button>
          ))}
        </div>
      )}
      {asking && (
        <WordsForm
          {...asks[asking]}
          submit={titles[asking]}
          sending={act.sending}
          send={(words) => press(asking, words)}
          cancel={() => {
            setAsking(undefined);
            home.current?.focus();
          }}
        />
      )}
      {act.failure && <Notice intent="error">{act.failure.message}</Notice>}
    </div>
  );
}
