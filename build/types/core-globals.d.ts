/** What every JavaScript host has and TypeScript counts to the DOM: the only globals core may use. */
interface TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
}
declare const TextEncoder: { new (): TextEncoder };

interface TextDecoder {
  decode(bytes?: Uint8Array): string;
}
declare const TextDecoder: { new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder };

declare const crypto: { getRandomValues<Bytes extends Uint8Array>(bytes: Bytes): Bytes };
