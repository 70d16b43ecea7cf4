import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons';
import { useRef } from 'react';
import { invitedAs, meetingPersonFields as fields } from '../../src/areas/meetings/fields.ts';
import { LineField } from '../components/line-field.tsx';
import type { GuestDraft } from './call-draft.ts';

const useStyles = makeStyles({
  part: { border: 'none', margin: 0, padding: 0, minWidth: 0, display: 'grid', gap: '12px' },
  legend: { padding: 0, marginBottom: '4px' },
  guest: {
    display: 'grid',
    gap: '12px',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 220px), 1fr))',
    padding: '12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  whole: { gridColumn: '1 / -1' },
});

export interface GuestsFieldProps {
  readonly guests: readonly GuestDraft[];
  readonly change: (guests: readonly GuestDraft[]) => void;
  readonly faults: Readonly<Record<string, string>>;
}

const kinds = (['family', 'professional'] as const).map((id) => [id, invitedAs[id]] as const);

/** Family and professionals of other agencies who are asked. */
export function GuestsField({ guests, change, faults }: GuestsFieldProps) {
  const styles = useStyles();
  const part = useRef<HTMLFieldSetElement>(null);
  const set = (key: number, over: Partial<GuestDraft>) =>
    change(guests.map((guest) => (guest.key === key ? { ...guest, ...over } : guest)));
  const goTo = (selector: string) =>
    requestAnimationFrame(() => part.current?.querySelector<HTMLElement>(selector)?.focus());
  return (
    <fieldset ref={part} className={styles.part}>
      <legend className={styles.legend}>Family and other agencies</legend>
      {guests.map((guest, i) => (
        <div key={guest.key} className={styles.guest} role="group" aria-label={`Guest ${i + 1}`}>
          <Field label="As">
            <Select
              data-guest={guest.key}
              value={guest.as}
              onChange={(_, { value }) => set(guest.key, { as: value as GuestDraft['as'] })}
            >
              {kinds.map(([id, label]) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </Select>
          </Field>
          <LineField
            label={fields.name.label}
            max={fields.name.max}
            value={guest.name}
            change={(name) => set(guest.key, { name })}
            fault={faults[`guest-${guest.key}-name`]}
            required
          />
          {guest.as === 'professional' && (
            <LineField
              label={fields.agencyName.label}
              max={fields.agencyName.max}
              value={guest.agency}
              change={(agency) => set(guest.key, { agency })}
            />
          )}
          <LineField
            label={fields.email.label}
            type="email"
            max={fields.email.max}
            value={guest.email}
            change={(email) => set(guest.key, { email })}
            fault={faults[`guest-${guest.key}-email`]}
          />
          <span className={styles.whole}>
            <Button
              size="small"
              aria-label={`Take out guest ${i + 1}`}
              onClick={() => {
                change(guests.filter(({ key }) => key !== guest.key));
                goTo('[data-add]');
              }}
            >
              Take out
            </Button>
          </span>
        </div>
      ))}
      <span>
        <Button
          data-add
          icon={<Add20Regular />}
          onClick={() => {
            const key = Math.max(0, ...guests.map((guest) => guest.key)) + 1;
            change([...guests, { key, as: 'family', name: '', agency: '', email: '' }]);
            goTo(`[data-guest="${key}"]`);
          }}
        >
          Add a guest
        </Button>
      </span>
    </fieldset>
  );
}
