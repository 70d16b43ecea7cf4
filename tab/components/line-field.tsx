import { Field, Input } from '@fluentui/react-components';

export interface LineFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'tel' | 'email' | 'url';
  readonly max: number;
  readonly value: string;
  readonly change: (text: string) => void;
  /** What is held against it; absent while nothing is. */
  readonly fault?: string | undefined;
  readonly required?: boolean;
  readonly className?: string;
}

/** A text of one line under its label. The browser offers nothing that was typed before: it may be a child’s name. */
export function LineField(props: LineFieldProps) {
  const { label, hint, type = 'text', max, value, change, fault, required = false, className } = props;
  return (
    <Field
      label={label}
      required={required}
      {...(hint && { hint })}
      {...(fault && { validationMessage: fault })}
      {...(className && { className })}
    >
      <Input
        type={type}
        value={value}
        maxLength={max}
        autoComplete="off"
        {...(type === 'text' && { dir: 'auto' })}
        onChange={(_, { value: text }) => change(text)}
      />
    </Field>
  );
}
