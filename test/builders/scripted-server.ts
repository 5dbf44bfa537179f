/**
 * A few lines of CouchDB at the pouch's port to the server, to be told what to answer wrongly. The
 * embedded server and a real CouchDB are used where it matters how a server behaves; this one is for
 * what no server can be made to do on demand.
 */
export interface ScriptedServer {
  readonly send: (database: string, path: string, init: RequestInit) => Promise<Response>;
  readonly documents: Map<string, Record<string, unknown>>;
  /** What each request was: `POST _bulk_docs 3` with the number of documents, `GET _changes`. */
  readonly asked: string[];
  /** The next request is answered by this instead. `before`: after the server has done what was asked. */
  next(answer: () => Response | Promise<Response>, before?: 'after-doing-it'): void;
  /** Bodies above this many characters are answered 413. */
  limit: number;
}

type Answer = { readonly answer: () => Response | Promise<Response>; readonly does: boolean };

export function scriptedServer(): ScriptedServer {
  const documents = new Map<string, Record<string, unknown>>();
  const asked: string[] = [];
  const script: Answer[] = [];
  const server: ScriptedServer = {
    documents,
    asked,
    limit: Number.POSITIVE_INFINITY,
    next: (answer, before) => void script.push({ answer, does: before !== undefined }),
    async send(_database, path, init) {
      init.signal?.throwIfAborted();
      const body = typeof init.body === 'string' ? (JSON.parse(init.body) as Record<string, unknown>) : {};
      const what = path.split('?')[0] ?? '';
      const several = Array.isArray(body['docs']) ? ` ${body['docs'].length}` : Array.isArray(body['keys']) ? ` ${body['keys'].length}` : '';
      asked.push(`${init.method ?? 'GET'} ${what}${several}`);
      const scripted = script.shift();
      if (scripted !== undefined && !scripted.does) return scripted.answer();
      if (typeof init.body === 'string' && init.body.length > server.limit) return json({ error: 'too_large' }, 413);
      const usual = answer(what, body);
      return scripted === undefined ? usual : scripted.answer();
    },
  };
  function answer(what: string, body: Record<string, unknown>): Response {
    if (what === '_bulk_docs') return json((body['docs'] as Record<string, unknown>[]).map(create), 201);
    if (what === '_all_docs') return json({ rows: (body['keys'] as string[]).map(row) });
    return json({ error: 'refused' }, 405);
  }
  function create(document: Record<string, unknown>): unknown {
    const id = String(document['_id']);
    if (documents.has(id)) return { id, error: 'conflict', reason: 'Document update conflict.' };
    documents.set(id, { ...document, _rev: '1-aa' });
    return { ok: true, id, rev: '1-aa' };
  }
  function row(id: string): unknown {
    const doc = documents.get(id);
    return doc === undefined ? { key: id, error: 'not_found' } : { id, key: id, value: { rev: '1-aa' }, doc };
  }
  return server;
}

/** An answer in JSON. */
export function json(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json', ...headers } });
}
