import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import type { AccessRequest, CircleItem } from '../../src/areas/need-to-know/contract.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { Card } from '../components/card.tsx';
import { FailurePage } from '../components/failure-page.tsx';
import { FiledMark } from '../components/filed-mark.tsx';
import { Loading } from '../components/loading.tsx';
import { Notice } from '../components/notice.tsx';
import { accessStory, endText } from './access-story.ts';
import { circleQuery } from './queries.ts';

const GiveCaseForm = lazy(() => import('./give-case-form.tsx').then((m) => ({ default: m.GiveCaseForm })));

const useStyles = makeStyles({
  sheet: { padding: '16px 20px', display: 'grid', gap: '12px', gridTemplateColumns: 'minmax(0, 1fr)' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    ':focus': { outlineStyle: 'none' },
  },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '14px' },
  entry: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', justifyContent: 'space-between', alignItems: 'start' },
  who: { display: 'grid', gap: '2px', flex: '1 1 220px', minWidth: 0, overflowWrap: 'anywhere', justifyItems: 'start' },
  name: { fontWeight: tokens.fontWeightSemibold },
  detail: { color: tokens.colorNeutralForeground2, margin: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', '@media print': { display: 'none' } },
  bar: { whiteSpace: 'normal', margin: '12px 0' },
  note: { display: 'block', overflowWrap: 'anywhere' },
});

/** By what somebody who answers for no concern sees this one; stands above it. */
export function GivenNote({ concernId }: { readonly concernId: string }) {
  const styles = useStyles();
  const { data } = useQuery(circleQuery(useApi(), concernId));
  return data?.items
    .filter(({ mine }) => mine)
    .map((item) => (
      <MessageBar key={item.id} intent="warning" layout="multiline" className={styles.bar}>
        <MessageBarBody>
          {noteOf(item).map((text) => (
            <span key={text} className={styles.note} dir="auto">
              {text}
            </span>
          ))}
        </MessageBarBody>
      </MessageBar>
    ));
}

/** A line each: by what, why, for which task, and what that admits. */
function noteOf({ kind, until, givenByName, reason, task }: CircleItem): readonly string[] {
  const end = until === undefined ? '' : ` until ${endText(kind, until)}`;
  if (kind === 'break-glass')
    return [
      `You opened this file by break-glass${end}; the leads have been told.`,
      'You may read it, and nothing else.',
    ];
  return [
    `${givenByName} gave you this case${end}.`,
    `Why: ${reason}`,
    ...(task === undefined ? [] : [`Your task: ${task}`]),
    'You may read it and add to it. Speak with nobody else about it.',
  ];
}

/** Who may see a concern beside the leads, for leads: and where they give somebody the case. */
export function CircleSection({ concernId }: { readonly concernId: string }) {
  const styles = useStyles();
  const query = useQuery(circleQuery(useApi(), concernId));
  const [giving, setGiving] = useState(false);
  const [told, setTold] = useState<string>();
  const title = useRef<HTMLHeadingElement>(null);
  const { data, error } = query;
  const close = () => {
    setGiving(false);
    title.current?.focus();
  };
  return (
    <Card className={styles.sheet} aria-labelledby="circle">
      <h2 className={styles.title} id="circle" ref={title} tabIndex={-1}>
        Who else may see this
      </h2>
      {query.isLoading && <Loading label="Loading who else may see this" rows={1} />}
      {error && <FailurePage code={error.code} message={error.message} level={2} retry={() => void query.refetch()} />}
      {data?.items.length === 0 && <p className={styles.detail}>Nobody but the safeguarding leads.</p>}
      {data && data.items.length > 0 && (
        <ul className={styles.list} aria-labelledby="circle">
          {data.items.map((item) => (
            <Circled key={item.id} item={item} concernId={concernId} told={setTold} />
          ))}
        </ul>
      )}
      {data?.mayGive && !giving && (
        <span className={styles.buttons}>
          <Button
            onClick={() => {
              setTold(undefined);
              setGiving(true);
            }}
          >
            Give somebody this case
          </Button>
        </span>
      )}
      {data && giving && (
        <Suspense fallback={<Loading label="Opening the form" rows={3} />}>
          <GiveCaseForm
            concernId={concernId}
            school={data.school}
            circle={data.items}
            cancel={close}
            done={(text) => {
              close();
              setTold(text);
            }}
          />
        </Suspense>
      )}
      {told !== undefined && <Notice intent="success">{told}</Notice>}
    </Card>
  );
}

interface CircledProps {
  readonly item: CircleItem;
  readonly concernId: string;
  readonly told: (text: string | undefined) => void;
}

function Circled({ item, concernId, told }: CircledProps) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const end = useAct<Omit<AccessRequest, 'form'>>({
    send: (request) => api.endAccess(item.id, request).then(() => told(`Ended: ${item.name}.`)),
    decided: () => queries.invalidateQueries({ queryKey: ['circle', concernId] }),
  });
  return (
    <li className={styles.entry}>
      <span className={styles.who}>
        <bdi className={styles.name}>{item.name}</bdi>
        {item.task !== undefined && <span dir="auto">Task: {item.task}</span>}
        <span dir="auto">Why: {item.reason}</span>
        <span className={styles.detail}>
          {item.kind === 'break-glass' ? 'Break-glass, to read only. ' : ''}
          {accessStory(item)}
        </span>
        {!item.filed && <FiledMark filed="received" />}
        {end.failure && <Notice intent="error">{end.failure.message}</Notice>}
      </span>
      {item.mayEnd && (
        <span className={styles.buttons}>
          <Button
            size="small"
            aria-label={`End: ${item.name} sees this case no longer`}
            disabledFocusable={end.sending}
            onClick={() => end.press({ rev: item.rev })}
          >
            End
          </Button>
        </span>
      )}
    </li>
  );
}
