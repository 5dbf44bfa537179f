/**
 * The policy asks that text becomes markup or a script's address only through here (Trusted Types).
 * Imported before anything else of the page.
 *
 * Three things do so in our libraries: the kit writes style sheets, which hold no tag; the editor
 * parses what is pasted in documents that are never shown and run nothing; workers are started from
 * files of the bundle. Nothing else passes, and no text ever becomes a script.
 */
interface PolicyFactory {
  createPolicy(
    name: 'default',
    rules: {
      createHTML(text: string, type?: string, sink?: string): string;
      createScriptURL(address: string): string;
    },
  ): unknown;
}

/** Parsing alone: asked for by name, or by the parser of documents that are never shown. */
function isParsedOnly(sink: string | undefined): boolean {
  return sink === undefined || sink === 'DOMParser parseFromString';
}

const factory = (window as { readonly trustedTypes?: PolicyFactory }).trustedTypes;

factory?.createPolicy('default', {
  createHTML: (text, _type, sink) => {
    if (isParsedOnly(sink) || !text.includes('<')) return text;
    throw new TypeError('Text does not become markup here');
  },
  createScriptURL: (address) => {
    const { href } = new URL(address, location.href);
    if (href.startsWith(new URL('./assets/', location.href).href)) return href;
    throw new TypeError('Scripts come from the bundle');
  },
});
