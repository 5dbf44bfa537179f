/**
 * The nonce that the content security policy allows for style elements made at run time. The main
 * process writes it into the page's meta element; browsers hide the attribute and keep the property.
 */
export function styleNonce(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  return meta === null ? '' : meta.nonce || (meta.getAttribute('content') ?? '');
}
