import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { AgendaTemplateItem, WriteAgendaTemplateRequest } from '../../../src/areas/meetings/contract.ts';
import { schoolDate } from '../../actions/school-date.ts';
import { useApi } from '../../api/api-context.ts';
import { useAct } from '../../api/use-act.ts';
import { useAnnounce } from '../../components/announcer.tsx';
import { Notice } from '../../components/notice.tsx';
import { schoolDayOf } from '../../components/school-time.ts';
import { draftOf, movedBy, pointsOf, type DraftPoint } from './template-draft.ts';
import { TemplateRow } from './template-row.tsx';

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { display: 'grid', gap: '12px', listStyleType: 'none', margin: 0, padding: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', '@media print': { display: 'none' } },
});

const whose = ({ own, version, writtenByName, writtenAt }: AgendaTemplateItem): string => {
  if (version === undefined || writtenAt === undefined) return 'Lantern’s list: nobody here has written another.';
  const by = `${writtenByName ?? ''} on ${schoolDate(schoolDayOf(Date.parse(writtenAt)))}`;
  return own ? `Your own list, by ${by}.` : `Lantern’s list again, by ${by}.`;
};

/** The points that stand on each agenda of one kind: their words, minutes and order, by buttons that a keyboard reaches. */
export function TemplateForm({ item }: { readonly item: AgendaTemplateItem }) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const [draft, setDraft] = useState<readonly DraftPoint[]>(draftOf(item.points));
  const [fault, setFault] = useState<string>();
  const list = useRef<HTMLOListElement>(null);
  const act = useAct<Omit<WriteAgendaTemplateRequest, 'form'>>({
    send: (request) => api.writeAgendaTemplate(request),
    decided: () => queries.invalidateQueries({ queryKey: ['agenda-templates'] }),
  });
  const next = Math.max(-1, ...draft.map(({ key }) => key)) + 1;
  const focus = (key: number, what: string) =>
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-point="${key}"] ${what}`)?.focus());
  const move = (at: number, by: -1 | 1) => {
    setDraft(movedBy(draft, at, by));
    announce(`Now point ${at + by + 1} of ${draft.length}`);
  };
  const of = { school: item.school, kind: item.kind, seen: item.version ?? 0 };
  const points = pointsOf(draft);
  return (
    <form
      aria-label="Agenda of the kind"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setFault(points.length === 0 ? 'Write one point at least.' : undefined);
        if (points.length > 0) act.press({ ...of, points });
      }}
    >
      <div className={styles.list}>
        <p className={styles.text}>{whose(item)}</p>
        <ol ref={list} className={styles.list} aria-label="Points">
          {draft.map((point, i) => (
            <TemplateRow
              key={point.key}
              point={point}
              place={i + 1}
              of={draft.length}
              change={(over) => setDraft(draft.map((one) => (one.key === point.key ? { ...one, ...over } : one)))}
              move={(by) => move(i, by)}
              remove={() => {
                setDraft(draft.filter(({ key }) => key !== point.key));
                announce(`Point ${i + 1} is taken off when you save`);
                const near = draft[i + 1] ?? draft[i - 1];
                if (near) focus(near.key, 'input');
              }}
            />
          ))}
        </ol>
        {(fault ?? act.failure?.fields?.['points'] ?? act.failure?.message) !== undefined && (
          <Notice intent="error">{fault ?? act.failure?.fields?.['points'] ?? act.failure?.message ?? ''}</Notice>
        )}
        <div className={styles.buttons}>
          <Button type="submit" appearance="primary" disabledFocusable={act.sending}>
            {act.sending ? 'Saving…' : 'Save'}
          </Button>
          <Button
            onClick={() => {
              setDraft([...draft, { key: next, heading: '', minutes: '' }]);
              focus(next, 'input');
            }}
          >
            Add a point
          </Button>
          {item.own && (
            <Button appearance="subtle" disabledFocusable={act.sending} onClick={() => act.press(of)}>
              Back to Lantern’s list
            </Button>
          )}
        </div>
      </div>
    </form>
  );
}
