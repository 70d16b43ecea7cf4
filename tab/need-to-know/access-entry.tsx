import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components';
import { Eye16Regular } from '@fluentui/react-icons';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { AccessItem, AccessRequest } from '../../src/areas/need-to-know/contract.ts';
import { conflictKind } from '../../src/areas/need-to-know/fields.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { useChildName } from '../components/child-name.tsx';
import { FiledMark } from '../components/filed-mark.tsx';
import { ListEntry } from '../components/list-entry.tsx';
import { useFocusNext } from '../components/use-focus-back.ts';
import { CaseLink } from './case-link.tsx';
import { accessStory } from './access-story.ts';

const useStyles = makeStyles({
  detail: { color: tokens.colorNeutralForeground2 },
  question: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
});

export interface AccessEntryProps {
  readonly item: AccessItem;
  /** Name of its school, where the list holds those of several. */
  readonly school?: string;
  /** Says what was done. */
  readonly told: (text: string | undefined) => void;
}

/** What happens when it ends, as the question before it. */
const endings: Readonly<Record<AccessItem['kind'], string>> = {
  circle: 'They see the case no longer.',
  'break-glass': 'The file is closed at once.',
  conflict: 'They see this child’s cases again as their roles admit.',
  subject: 'They see the case again as their roles admit.',
};

/** One thing that somebody was given, opened, or is kept from, and what may be done about it. */
export function AccessEntry({ item, school, told }: AccessEntryProps) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const [ending, setEnding] = useState(false);
  const buttons = useRef<HTMLSpanElement>(null);
  const question = useRef<HTMLSpanElement>(null);
  const toButtons = useFocusNext(buttons);
  const toQuestion = useFocusNext(question);
  const { id, rev, kind, name, maySee, mayEnd } = item;
  const label = labelOf(item, useChildName());
  const decided = () => queries.invalidateQueries({ queryKey: ['need-to-know'] });
  const see = useAct<Omit<AccessRequest, 'form'>>({
    send: (request) => api.seeBreakGlass(id, request).then(() => told(`Marked as seen: ${name}.`)),
    decided,
  });
  const end = useAct<Omit<AccessRequest, 'form'>>({
    send: (request) => api.endAccess(id, request).then(() => told(`Ended: ${name}, ${label}.`)),
    decided,
  });
  return (
    <ListEntry
      name={name}
      placeOfButtons={buttons}
      failures={[see.failure, end.failure]}
      said={
        <>
          <span>
            {item.concernId === undefined ? label : <CaseLink id={item.concernId}>{label}</CaseLink>}
            {school !== undefined && ` · ${school}`}
          </span>
          {item.task !== undefined && <span dir="auto">Task: {item.task}</span>}
          {item.reason !== undefined && <span dir="auto">Why: {item.reason}</span>}
          <span className={styles.detail}>{accessStory(item)}</span>
          {maySee && (
            <Badge appearance="tint" color="warning" icon={<Eye16Regular />}>
              No lead has seen this yet
            </Badge>
          )}
          {!item.filed && <FiledMark filed="received" />}
        </>
      }
      buttons={
        (maySee || mayEnd) &&
        !ending && (
          <>
            {maySee && (
              <Button
                size="small"
                appearance="primary"
                aria-label={`I have seen this: ${name}, ${label}`}
                disabledFocusable={see.sending}
                onClick={() => {
                  told(undefined);
                  see.press({ rev });
                }}
              >
                I have seen this
              </Button>
            )}
            {mayEnd && (
              <Button
                size="small"
                aria-label={`End: ${name}, ${label}`}
                // Seen, it stands in another list, where an open question would not follow it.
                disabledFocusable={see.sending}
                onClick={() => {
                  told(undefined);
                  setEnding(true);
                  toQuestion();
                }}
              >
                End
              </Button>
            )}
          </>
        )
      }
    >
      {ending && (
        <span ref={question} className={styles.question} role="group" aria-label={`End ${label} of ${name}?`}>
          <span>{endings[kind]}</span>
          <Button size="small" appearance="primary" disabledFocusable={end.sending} onClick={() => end.press({ rev })}>
            End it now
          </Button>
          <Button
            size="small"
            onClick={() => {
              setEnding(false);
              toButtons();
            }}
          >
            Keep it
          </Button>
        </span>
      )}
    </ListEntry>
  );
}

function labelOf({ kind, child, concernRef, conflict }: AccessItem, nameOf: (name: string) => string): string {
  if (kind === 'subject') return `Is kept from case ${concernRef ?? ''}: it names them`;
  if (kind === 'circle') return `Was given case ${concernRef ?? ''}`;
  if (kind === 'break-glass')
    return `Opened the file of ${child === undefined ? 'a child' : nameOf(child)} by break-glass`;
  return `${conflict === undefined ? 'Conflict of interest' : conflictKind[conflict]}: ${child === undefined ? 'a child' : nameOf(child)}`;
}
