import { makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** Words for screen readers, where the eye is told in another way. */
export function HiddenText({ children }: { readonly children: string }) {
  return <span className={useStyles().hidden}>{children}</span>;
}
