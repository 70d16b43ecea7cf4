import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ContributionWords, WriteContributionRequest } from '../../../src/areas/meetings/contract.ts';
import { contributionFields, contributionPrompts, contributionTexts } from '../../../src/areas/meetings/fields.ts';
import { useApi } from '../../api/api-context.ts';
import { useAct } from '../../api/use-act.ts';
import { Notice } from '../../components/notice.tsx';
import { FormFrame } from '../../concerns/form-frame.tsx';
import { TextField } from '../../concerns/text-field.tsx';
import type { BringsFormProps } from './brings-form-props.ts';
import { filledText } from './brings-words.ts';

const useStyles = makeStyles({
  fill: { display: 'grid', gap: '8px', justifyItems: 'start' },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/**
 * The parts of what the school brings, each under its prompt. Filling puts what Lantern knows into parts that are empty and leaves the
 * rest. Where somebody else was quicker, what was typed stays here.
 */
export function WriteForm({ meeting, item, close }: BringsFormProps) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  // The revision that was read: a newer one would hide that somebody else has written.
  const [rev] = useState(item.rev);
  const [texts, setTexts] = useState<ContributionWords>(item.texts);
  const [filled, setFilled] = useState<{ readonly text: string; readonly ok: boolean }>();
  const [filling, setFilling] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector('button')?.focus(), []);
  const act = useAct<Omit<WriteContributionRequest, 'form'>>({
    send: (request) => api.writeContribution(item.id, request).then(() => close('Saved.')),
    decided: () => queries.invalidateQueries({ queryKey: ['meeting', meeting, 'brings'] }),
  });
  const isEmpty = (part: keyof ContributionWords) => (texts[part] ?? '').trim() === '';
  const fill = async () => {
    setFilling(true);
    setFilled(undefined);
    try {
      const found = await api.fillContribution(item.id);
      const known = item.parts.filter((part) => found.texts[part] !== undefined);
      const taken = known.filter(isEmpty);
      setTexts({ ...texts, ...Object.fromEntries(taken.map((part) => [part, found.texts[part]])) });
      setFilled({ text: filledText(taken.length, known.length - taken.length, found), ok: true });
    } catch {
      setFilled({ text: 'The file could not be read just now. What you wrote is still here: try again.', ok: false });
    }
    setFilling(false);
  };
  const faults: Readonly<Record<string, string>> = act.failure?.fields ?? {};
  return (
    <div ref={place}>
      <FormFrame
        label="What the school brings"
        save="Save"
        sending={act.sending}
        failure={act.failure}
        cancel={() => close()}
        submit={() => {
          const words = item.parts.flatMap((part) =>
            isEmpty(part) ? [] : [[part, (texts[part] ?? '').trim()] as const],
          );
          act.press({ rev, texts: Object.fromEntries(words) });
        }}
      >
        <div className={styles.fill}>
          <Button disabledFocusable={filling} onClick={() => void fill()}>
            {filling ? 'Looking into the file…' : 'Fill from the file'}
          </Button>
          <p className={styles.text}>
            Puts in what Lantern knows since the last meeting of this kind and you may see: the year, concerns by
            number, actions, decisions. Other children are hidden. It changes nothing that you wrote.
          </p>
          {filled && <Notice intent={filled.ok ? 'success' : 'error'}>{filled.text}</Notice>}
        </div>
        {item.parts.map((part) => (
          <TextField
            key={part}
            label={contributionTexts[part] ?? part}
            hint={contributionPrompts[part] ?? ''}
            max={contributionFields[part]?.max ?? 8_000}
            value={texts[part] ?? ''}
            change={(text) => setTexts({ ...texts, [part]: text })}
            missing={faults[part]}
            required={false}
          />
        ))}
      </FormFrame>
    </div>
  );
}
