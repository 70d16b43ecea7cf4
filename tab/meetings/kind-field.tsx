import { Field, Select } from '@fluentui/react-components';
import type { KindOffered } from '../../src/areas/meetings/contract.ts';
import { kindText } from './meeting-words.ts';

export interface KindFieldProps {
  readonly kinds: readonly KindOffered[];
  readonly chosen: KindOffered | undefined;
  readonly choose: (kind: KindOffered['id'] | '') => void;
  readonly fault: string | undefined;
}

const abouts: Readonly<Record<KindOffered['about'], string>> = {
  child: 'It is about one child by name, with brothers and sisters where they belong to it.',
  children: 'It is about several children, or about all: then none is named.',
  work: 'No child is named in a meeting of this kind.',
};

/** What a kind asks for in the rest of the form. */
const hintOf = ({ byOtherBody, about }: KindOffered) =>
  `${byOtherBody ? 'Another body holds and chairs it.' : 'The school holds it and chairs it.'} ${abouts[about]}`;

/** Of what kind a meeting is, ours and those of other bodies apart; says what follows from it. */
export function KindField({ kinds, chosen, choose, fault }: KindFieldProps) {
  const groups = [
    ['Held by the school', kinds.filter(({ byOtherBody }) => !byOtherBody)],
    ['Held by another body', kinds.filter(({ byOtherBody }) => byOtherBody)],
  ] as const;
  return (
    <Field
      label="Kind"
      required
      hint={chosen ? hintOf(chosen) : 'What else is asked for follows from it.'}
      {...(fault !== undefined && { validationMessage: fault })}
    >
      <Select value={chosen?.id ?? ''} onChange={(_, { value }) => choose(value as KindOffered['id'] | '')}>
        <option value="">Choose a kind</option>
        {groups.map(([label, offered]) => (
          <optgroup key={label} label={label}>
            {offered.map(({ id }) => (
              <option key={id} value={id}>
                {kindText(id)}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
    </Field>
  );
}
