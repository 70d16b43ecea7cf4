import { makeStyles } from '@fluentui/react-components';
import { hiddenName, useNames } from '../components/child-name.tsx';
import type { ComparedChild } from '../../src/areas/concerns/contract.ts';
import { nameLikeness } from '../../src/areas/people/fields.ts';

const useStyles = makeStyles({
  similar: { textDecorationLine: 'underline', textDecorationStyle: 'wavy', textUnderlineOffset: '3px' },
  other: { textDecorationLine: 'underline', textDecorationStyle: 'dotted', textUnderlineOffset: '3px' },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

type Parts = ComparedChild['given'];

/** A name whose parts say how they stand to what was written: by a line under them, and in words to a screen reader. */
export function NameParts({ parts }: { readonly parts: Parts }) {
  const styles = useStyles();
  const { hidden } = useNames();
  if (hidden) return <span>{hiddenName}</span>;
  return (
    <bdi>
      {parts.map(({ text, as }, i) =>
        as === 'same' ? (
          <span key={i}>{text}</span>
        ) : (
          <span key={i}>
            <span className={styles[as]}>{text}</span>
            <span className={styles.hidden}> ({nameLikeness[as]}) </span>
          </span>
        ),
      )}
    </bdi>
  );
}
