import { Field, Textarea } from '@fluentui/react-components';

export interface TextFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly max: number;
  readonly value: string;
  readonly change: (text: string) => void;
  /** What to say when it is empty; absent while nothing is held against it. */
  readonly missing?: string | undefined;
  readonly required?: boolean;
}

/** A text of several lines under its label. */
export function TextField({ label, hint, max, value, change, missing, required = true }: TextFieldProps) {
  return (
    <Field label={label} required={required} {...(hint && { hint })} {...(missing && { validationMessage: missing })}>
      <Textarea
        value={value}
        maxLength={max}
        resize="vertical"
        rows={3}
        dir="auto"
        onChange={(_, { value: text }) => change(text)}
      />
    </Field>
  );
}
