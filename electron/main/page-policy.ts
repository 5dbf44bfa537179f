/** Where index.html carries the nonce of its styles; replaced at every load. */
export const noncePlaceholder = '__STYLE_NONCE__';

/**
 * What the page may do. No remote origin appears in it. Scripts come from the bundle only; WebAssembly
 * may be compiled (libsodium); the kit's style elements carry a nonce that is new at every load. Text
 * becomes markup only where renderer/ui/trusted-types.ts lets it.
 */
export function contentSecurityPolicy(styleNonce: string | null): string {
  const styles = styleNonce === null ? "'self'" : `'self' 'nonce-${styleNonce}'`;
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src ${styles}`,
    "connect-src 'self'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "worker-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

/** What is not switched off altogether (main-window.ts) is refused by name. */
const refusedFeatures = [
  'accelerometer', 'camera', 'clipboard-read', 'display-capture', 'geolocation', 'gyroscope', 'idle-detection', 'local-fonts', 'magnetometer',
  'microphone', 'midi', 'window-management', 'xr-spatial-tracking',
];

/** Headers of everything that the app's own protocol answers. */
export function securityHeaders(styleNonce: string | null): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(styleNonce),
    'permissions-policy': refusedFeatures.map((feature) => `${feature}=()`).join(', '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  };
}
