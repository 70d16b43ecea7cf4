import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import type { BeginContributionRequest, ContributionItem } from '../../../src/areas/meetings/contract.ts';
import { useApi } from '../../api/api-context.ts';
import { useAct } from '../../api/use-act.ts';
import { ChildName, useChildName, useNames } from '../../components/child-name.tsx';
import { FiledMark } from '../../components/filed-mark.tsx';
import { Loading } from '../../components/loading.tsx';
import { Notice } from '../../components/notice.tsx';
import { useFocusBack } from '../../components/use-focus-back.ts';
import { statusText } from './brings-words.ts';
import { ContributionRead } from './contribution-read.tsx';

const forms = {
  write: lazy(async () => ({ default: (await import('./write-form.tsx')).WriteForm })),
  give: lazy(async () => ({ default: (await import('./give-form.tsx')).GiveForm })),
  speaker: lazy(async () => ({ default: (await import('./speaker-form.tsx')).SpeakerForm })),
} as const;

const useStyles = makeStyles({
  part: { display: 'grid', gap: '8px', gridTemplateColumns: 'minmax(0, 1fr)' },
  head: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center' },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', '@media print': { display: 'none' } },
});

export interface ChildBringsProps {
  readonly meeting: string;
  readonly item: ContributionItem;
  readonly earlier: readonly ContributionItem[];
}

/** What the school brings about one child: what is written, who speaks, what was given; and the forms for it. */
export function ChildBrings({ meeting, item, earlier }: ChildBringsProps) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const nameOf = useChildName();
  const { hidden } = useNames();
  const [open, setOpen] = useState<keyof typeof forms>();
  const [told, setTold] = useState<string>();
  const place = useRef<HTMLDivElement>(null);
  useFocusBack(open !== undefined, place, '[data-acts] button');
  const anew = useAct<Omit<BeginContributionRequest, 'form'>>({
    send: (request) => api.beginContribution(meeting, request),
    decided: () => queries.invalidateQueries({ queryKey: ['meeting', meeting] }),
  });
  const close = (text?: string) => {
    setOpen(undefined);
    setTold(text);
  };
  const begin = (form: keyof typeof forms) => {
    setTold(undefined);
    setOpen(form);
  };
  const Form = open && forms[open];
  const name = nameOf(item.childName);
  return (
    <div className={styles.part} ref={place}>
      <div className={styles.head}>
        <h3 className={styles.name}>
          <ChildName name={item.childName} />
        </h3>
        <span className={styles.text}>{statusText(item)}</span>
        <FiledMark filed={item.filed ? 'filed' : 'received'} />
      </div>
      {told !== undefined && <Notice intent="success">{told}</Notice>}
      <p className={styles.text}>
        {item.speakerName === undefined ? (
          'A safeguarding lead speaks for the school.'
        ) : (
          <>
            <bdi>{item.speakerName}</bdi> speaks for the school.
          </>
        )}
      </p>
      {Form && (
        // What is being written is out of sight while names are hidden, and not lost.
        <div hidden={hidden}>
          <Suspense fallback={<Loading label="Opening the form" rows={4} />}>
            <Form meeting={meeting} item={item} close={close} />
          </Suspense>
        </div>
      )}
      {(!Form || hidden) && (
        <>
          <ContributionRead item={item} />
          {anew.failure && <Notice intent="error">{anew.failure.message}</Notice>}
          {!hidden && (
            <div className={styles.buttons} data-acts>
              {item.mayWrite && (
                <Button appearance="primary" aria-label={`Write: ${name}`} onClick={() => begin('write')}>
                  Write
                </Button>
              )}
              {item.mayGive && (
                <Button aria-label={`It was given: ${name}`} onClick={() => begin('give')}>
                  It was given
                </Button>
              )}
              {item.mayNameSpeaker && (
                <Button aria-label={`Who speaks: ${name}`} onClick={() => begin('speaker')}>
                  Who speaks
                </Button>
              )}
              {item.mayBeginAnew && (
                <Button
                  disabledFocusable={anew.sending}
                  aria-label={`Begin the next version: ${name}`}
                  onClick={() => anew.press({ child: item.place })}
                >
                  Begin the next version
                </Button>
              )}
            </div>
          )}
          {earlier.length > 0 && (
            <details>
              <summary>Earlier versions ({earlier.length})</summary>
              {earlier.map((one) => (
                <div key={one.id} className={styles.part}>
                  <p className={styles.text}>{statusText(one)}</p>
                  <ContributionRead item={one} />
                </div>
              ))}
            </details>
          )}
        </>
      )}
    </div>
  );
}
