import { Checkbox, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { staffConcernFields } from '../../src/areas/staff-concerns/fields.ts';
import type { AdultDraft } from './adult-draft.ts';
import { TextField } from './text-field.tsx';

const useStyles = makeStyles({
  part: {
    display: 'grid',
    gap: '16px',
    gridTemplateColumns: 'minmax(0, 1fr)',
    padding: '12px 16px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  how: { margin: 0 },
});

export interface AdultPartProps {
  readonly draft: AdultDraft;
  readonly change: (draft: AdultDraft) => void;
  /** The judgement is about the adult alone. */
  readonly needed: boolean;
  readonly asked: boolean;
}

/** Asks whether an adult in school is part of it, and takes that part out into the register of the head or the chair. */
export function AdultPart({ draft, change, needed, asked }: AdultPartProps) {
  const styles = useStyles();
  const set = (over: Partial<AdultDraft>) => change({ ...draft, ...over });
  const on = draft.on || needed;
  return (
    <div className={styles.part}>
      {!needed && (
        <Checkbox
          label="An adult who works or volunteers here is part of this"
          checked={draft.on}
          onChange={(_, { checked }) => set({ on: checked === true })}
        />
      )}
      {on && (
        <>
          <p className={styles.how}>
            This part goes to the head alone, or to the chair of governors if it is about the head. You will not see it
            again, and the adult can no longer see this concern.
          </p>
          <Checkbox
            label="It is about the headteacher"
            checked={draft.ofHead}
            onChange={(_, { checked }) => set({ ofHead: checked === true })}
          />
          <Field
            label="Which adult?"
            required
            {...(asked && draft.who.trim() === '' && { validationMessage: 'Write the name as you know it.' })}
          >
            <Input value={draft.who} maxLength={255} onChange={(_, { value }) => set({ who: value })} />
          </Field>
          <TextField
            label="What is said about them?"
            hint="Only what concerns the adult. What concerns the child stays here."
            max={staffConcernFields.words.max - 4_000}
            value={draft.words}
            change={(words) => set({ words })}
            missing={asked && draft.words.trim() === '' ? 'Write what is said about them.' : undefined}
          />
        </>
      )}
    </div>
  );
}
