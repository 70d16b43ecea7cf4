import type { ReactNode } from 'react';
import type { ComparedChild } from '../../src/areas/concerns/contract.ts';
import { pupilFields } from '../../src/areas/people/fields.ts';
import { bornText } from './born-text.ts';
import { NameParts } from './name-parts.tsx';
import { yearText } from './year-text.ts';

export interface ChildFact {
  readonly label: string;
  /** Whether something else was written. */
  readonly differs?: (child: ComparedChild) => boolean;
  /** Undefined where there is nothing to say of this child. */
  readonly of: (child: ComparedChild) => ReactNode;
  /** What stands on the other cards; a dash where absent. */
  readonly else?: string;
}

/** What children are compared by, in this order. */
export const childFacts: readonly ChildFact[] = [
  { label: pupilFields.knownAs.label, of: ({ known }) => (known.length > 0 ? <NameParts parts={known} /> : undefined) },
  {
    label: pupilFields.formerNames.label,
    of: ({ former }) =>
      former.length > 0
        ? former.map((parts, i) => (
            <span key={i}>
              {i > 0 && ', '}
              <NameParts parts={parts} />
            </span>
          ))
        : undefined,
  },
  {
    label: pupilFields.yearGroup.label,
    differs: ({ yearDiffers }) => yearDiffers,
    of: ({ yearGroup }) => yearText(yearGroup),
  },
  {
    label: pupilFields.formGroup.label,
    differs: ({ formDiffers }) => formDiffers,
    of: ({ formGroup }) => formGroup,
  },
  { label: 'Born', of: ({ born }) => born && bornText(born) },
  { label: 'On the roll', of: ({ hasLeft }) => (hasLeft ? 'Has left' : undefined), else: 'Yes' },
];
