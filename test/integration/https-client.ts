import { request } from 'node:https';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  /** Sent as it is; for bodies that are not JSON. */
  readonly raw?: string | Buffer;
  readonly user?: { readonly user: string; readonly password: string };
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Told {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** HTTPS that trusts one certificate, as the app's main process does. */
export function httpsClient(base: string, certificate: string): (asked: Asked) => Promise<Told> {
  return (asked) =>
    new Promise((resolve, reject) => {
      const body = asked.raw ?? (asked.body === undefined ? undefined : JSON.stringify(asked.body));
      const headers: Record<string, string> = { accept: 'application/json', ...asked.headers };
      if (body !== undefined) headers['content-type'] ??= 'application/json';
      if (asked.user !== undefined) headers['authorization'] = basic(asked.user);
      // Paths go out as they are, so that what a URL parser would tidy up is tried too.
      const { hostname, port } = new URL(base);
      const asking = request({ hostname, port, path: asked.path, method: asked.method, ca: certificate, headers, agent: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: json(Buffer.concat(chunks).toString()), headers: response.headers }));
        response.on('error', reject);
      });
      asking.on('error', reject);
      asking.end(body);
    });
}

export function basic(user: { readonly user: string; readonly password: string }): string {
  return `Basic ${Buffer.from(`${user.user}:${user.password}`).toString('base64')}`;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
