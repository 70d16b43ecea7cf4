import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { Heading } from './heading.tsx';

/** The page's heading. It takes the focus when one arrives from another page, so that a screen reader begins there. */
export function PageHeading({ children }: { readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key, pathname } = useLocation();
  const shown = useRef<string>(undefined);
  useEffect(() => {
    // `default` is the page that Teams opened: focus stays where the person has it, as it does on a filter of the same page.
    if (key !== 'default' && shown.current !== pathname) heading.current?.focus();
    shown.current = pathname;
  }, [key, pathname]);
  return <Heading ref={heading}>{children}</Heading>;
}
