import { createDOMRenderer } from '@fluentui/react-components';

/**
 * Fluent's style renderer, signed with the page's nonce: under our content security policy unsigned styles are ignored.
 * Browsers hide the nonce from `getAttribute`, so it is read from the element's property.
 */
export function createRenderer(page: Document): ReturnType<typeof createDOMRenderer> {
  const nonce = page.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce;
  return createDOMRenderer(page, nonce ? { styleElementAttributes: { nonce } } : {});
}
