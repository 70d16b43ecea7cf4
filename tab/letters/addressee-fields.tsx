import { Field, Select } from '@fluentui/react-components';
import { addressee as addressees, letterFields as fields, type Addressee } from '../../src/areas/letters/fields.ts';
import { useChildName } from '../components/child-name.tsx';
import { LineField } from '../components/line-field.tsx';
import { yearText } from '../concerns/year-text.ts';
import { asksForChild, type LetterDraft } from './letter-draft.ts';
import type { WrittenOf } from './written-of.ts';

interface AddresseeFieldsProps {
  readonly of: WrittenOf;
  readonly draft: LetterDraft;
  /** What is held against each field. */
  readonly faults: Readonly<Record<string, string | undefined>>;
  readonly change: (over: Partial<LetterDraft>) => void;
}

const faultOf = (text: string | undefined) => (text === undefined ? {} : { validationMessage: text });

/** To whom a letter goes, and which child it concerns. Another addressee needs another template. */
export function AddresseeFields({ of, draft, faults, change }: AddresseeFieldsProps) {
  const nameOf = useChildName();
  if ('concern' in of)
    return (
      <>
        <Field label="It goes to" required {...faultOf(faults['addressee'])}>
          <Select
            value={draft.addressee}
            onChange={(_, { value }) => change({ addressee: value as Addressee, template: '' })}
          >
            {Object.entries(addressees).map(([id, label]) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
        <LineField
          label="Name"
          hint="As the letter addresses them."
          max={fields.addresseeName.max}
          value={draft.name}
          change={(name) => change({ name })}
          fault={faults['name']}
          required
        />
        {draft.addressee === 'professional' && (
          <LineField
            label={fields.agencyName.label}
            max={fields.agencyName.max}
            value={draft.agency}
            change={(agency) => change({ agency })}
            fault={faults['agency']}
          />
        )}
      </>
    );
  return (
    <>
      <Field label="It goes to" required {...faultOf(faults['invitation'])}>
        <Select
          value={draft.invitation}
          onChange={(_, { value }) => change({ invitation: value, template: '', reportDueOn: '' })}
        >
          <option value="">Choose somebody who was asked to the meeting</option>
          {of.people.map(({ id, as, name, agencyName }) => (
            <option key={id} value={id}>
              {`${as === 'family' ? nameOf(name) : name}, ${agencyName ?? addressees[as] ?? as}`}
            </option>
          ))}
        </Select>
      </Field>
      {asksForChild(of) && (
        <Field
          label="It concerns"
          required
          hint="A letter names one child of the meeting and no other."
          {...faultOf(faults['child'])}
        >
          <Select value={draft.child} onChange={(_, { value }) => change({ child: value })}>
            <option value="">Choose the child</option>
            {of.children.map(({ childId, name, yearGroup }) => (
              <option key={childId} value={childId}>
                {`${nameOf(name)}, ${yearText(yearGroup)}`}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </>
  );
}
