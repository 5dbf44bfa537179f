import type { Send } from './wire.ts';

/** One request as it passes. `sent` when the first byte of its answer is there, `ended` once, however it ends. */
export interface Passing {
  sent(): void;
  received(bytes: number): void;
  ended(): void;
}

/** Is told of every request when it begins, with the bytes that it sends. */
export type LineWatch = (bytes: number) => Passing;

/** Bytes of the headers of a request and its answer on the wire, about: so that asking often is not free. */
const headers = 700;

/** The same way to the server, with somebody who counts what passes: bodies as they come and go, and headers by estimate. */
export function watched(send: Send, watch: LineWatch): Send {
  return async (database, path, init) => {
    const passing = watch(headers + path.length + (typeof init.body === 'string' ? init.body.length : 0));
    try {
      const response = await send(database, path, init);
      passing.sent();
      return counted(response, passing);
    } catch (cause) {
      passing.ended();
      throw cause;
    }
  };
}

function counted(response: Response, passing: Passing): Response {
  const { body, status, statusText } = response;
  if (body === null) {
    passing.ended();
    return response;
  }
  return new Response(countedBody(body, passing), { status, statusText, headers: response.headers });
}

function countedBody(body: ReadableStream<Uint8Array<ArrayBuffer>>, passing: Passing): ReadableStream<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader();
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (!done) {
            passing.received(value.length);
            controller.enqueue(value);
            return;
          }
        } catch (cause) {
          passing.ended();
          // Nothing more is taken of what was cut off here.
          void reader.cancel(cause).catch(() => undefined);
          throw cause;
        }
        passing.ended();
        controller.close();
      },
      cancel(reason) {
        passing.ended();
        return reader.cancel(reason);
      },
    },
    // Nothing is read ahead: what is counted is what was asked for.
    { highWaterMark: 0 },
  );
}
