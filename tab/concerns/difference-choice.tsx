import { Button, Field, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Difference, DifferenceValue, SettleRequest } from '../../src/areas/concerns/contract.ts';
import { useApi } from '../api/api-context.ts';
import { useChildName } from '../components/child-name.tsx';
import { FailurePage } from '../components/failure-page.tsx';
import { Loading } from '../components/loading.tsx';
import { fieldLabel, fieldText } from './field-text.ts';
import { namesAChild } from './names-a-child.ts';
import { differencesQuery } from './queries.ts';
import type { Settling } from './settling.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: '16px', justifyItems: 'start' },
  value: { color: tokens.colorNeutralForeground1, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  source: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

type Keep = SettleRequest['keep'];

export interface DifferenceChoiceProps {
  readonly concernId: string;
  readonly of: Settling;
  /** The revision that is shown: another one may stand in the way of other things. */
  readonly rev: number;
  readonly sending: boolean;
  readonly settle: (keep: Keep) => void;
}

/** Both sides of each field that was changed twice. Nothing is chosen beforehand. Without differences: try again. */
export function DifferenceChoice({ concernId, of, rev, sending, settle }: DifferenceChoiceProps) {
  const styles = useStyles();
  const said = useFieldText(of);
  const query = useQuery(differencesQuery(of.differences(useApi()), concernId, rev));
  const [keep, setKeep] = useState<Keep>({});
  const [asked, setAsked] = useState(false);
  if (query.isLoading) return <Loading label="Looking at what SharePoint holds" rows={2} />;
  if (query.error) {
    const { code, message } = query.error;
    return <FailurePage code={code} message={message} level={2} retry={() => void query.refetch()} />;
  }
  const differences = query.data?.items ?? [];
  const open = differences.filter(({ field }) => keep[field] === undefined);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (open.length === 0 && !sending) settle(keep);
      }}
    >
      {differences.length === 0 ? (
        <span>
          Nobody’s change stands in the way; SharePoint refused the row. Ask your IT lead to look, then try again.
        </span>
      ) : (
        <span>Somebody changed the row in SharePoint while this was being filed. Choose what shall stand.</span>
      )}
      {differences.map((difference) => (
        <Field
          key={difference.field}
          label={fieldLabel(of.fields, difference.field)}
          {...(asked && keep[difference.field] === undefined && { validationMessage: 'Choose one of the two.' })}
        >
          <RadioGroup
            value={keep[difference.field] ?? ''}
            onChange={(_, { value }) => setKeep({ ...keep, [difference.field]: value as Keep[string] })}
          >
            <Radio
              value="lantern"
              label={<Side difference={difference} said={said} side="lantern" source="Done in Lantern" />}
            />
            <Radio
              value="sharepoint"
              disabled={!difference.takeable}
              label={
                <Side
                  difference={difference}
                  said={said}
                  side="sharepoint"
                  source={difference.takeable ? 'In SharePoint' : 'In SharePoint; Lantern cannot take this over'}
                />
              }
            />
          </RadioGroup>
          {difference.before !== undefined && (
            <span className={styles.source}>Before both: {said(difference.field, difference.before)}</span>
          )}
        </Field>
      ))}
      <Button type="submit" appearance="primary" disabledFocusable={sending}>
        {sending ? 'Saving…' : differences.length === 0 ? 'Try again' : 'Let this stand and file it'}
      </Button>
    </form>
  );
}

type FieldText = (field: string, value: DifferenceValue) => string;

/** A field's value as it may be seen now. */
function useFieldText({ fields }: Settling): FieldText {
  const shown = useChildName();
  return (field, value) => {
    const text = fieldText(fields, field, value);
    return namesAChild(field) ? shown(text) : text;
  };
}

interface SideProps {
  readonly difference: Difference;
  readonly said: FieldText;
  readonly side: 'lantern' | 'sharepoint';
  readonly source: string;
}

function Side({ difference, said, side, source }: SideProps) {
  const styles = useStyles();
  const off = side === 'sharepoint' && !difference.takeable;
  return (
    <>
      <bdi className={off ? undefined : styles.value}>{said(difference.field, difference[side])}</bdi>
      <span className={styles.source}> {source}</span>
    </>
  );
}
