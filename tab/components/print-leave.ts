/** What a page says on paper where nobody has asked Lantern to print it. */
export const unprinted =
  'Print from Lantern’s own button, so that the case’s journal says who printed it. Nothing is printed without it.';

const mark = 'data-printing';
/** Some browsers do not tell that a print is over; then it is after so long. */
const longest = 60_000;

/**
 * A page is printed only while its root bears a mark: the browser's own print finds a page that says why it is empty. Dialogs and
 * hints lie beside the root and are never printed.
 */
export const paperStyles = `@media print {
  html:not([${mark}]) body > *, html[${mark}] body > :not(#root) { display: none !important; }
  html:not([${mark}]) body::after { content: "${unprinted}"; display: block; padding: 24px; font: 16px sans-serif; color: black; }
  html, body { background: white !important; }
}`;

/**
 * Prints the page as it stands, once: when the print is over, or was given up, it is closed to paper again.
 * @returns closes it at once
 */
export function printOnce(): () => void {
  const root = document.documentElement;
  const close = () => {
    clearTimeout(timer);
    window.removeEventListener('afterprint', close);
    root.removeAttribute(mark);
  };
  const timer = setTimeout(close, longest);
  window.addEventListener('afterprint', close);
  root.setAttribute(mark, '');
  window.print();
  return close;
}
