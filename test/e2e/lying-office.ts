import { deriveFromPassphrase } from '../../core/crypto/sodium.ts';
import { openOffice } from '../../server/office/office-file.ts';
import { passphrase } from '../integration/secretariat.ts';
import type { TestCompartment } from '../office/laptop.ts';
import type { Writer } from '../office/plants.ts';

interface Document {
  readonly _id: string;
  readonly _rev: string;
}

/** The office's databases in the hands of whoever administers them, and what can be done to laptops from there. */
export class LyingOffice {
  private readonly address: URL;

  /** `couchdb`: the administrator's address. */
  constructor(couchdb: string) {
    this.address = new URL(couchdb);
  }

  async ask(method: string, asked: string, body?: object): Promise<unknown> {
    const { origin, username, password } = this.address;
    const authorization = `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}`;
    const answer = await fetch(`${origin}${asked}`, { method, headers: { authorization, 'content-type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    if (!answer.ok) throw new Error(`${method} ${asked}: ${answer.status}`);
    return answer.json();
  }

  async databases(): Promise<readonly string[]> {
    return ((await this.ask('GET', '/_all_dbs')) as readonly string[]).filter((name) => !name.startsWith('_'));
  }

  async documentsOf(database: string): Promise<readonly Document[]> {
    const { rows } = (await this.ask('GET', `/${database}/_all_docs?include_docs=true`)) as { readonly rows: readonly { readonly doc: Document }[] };
    return rows.map((one) => one.doc);
  }

  async parcelsIn(database: string): Promise<readonly Document[]> {
    return (await this.documentsOf(database)).filter((one) => /^[0-9a-f]{64}$/.test(one._id));
  }

  /** The office's rules refuse what no member may write. A server that lies has none. */
  async withoutRules(database: string): Promise<void> {
    const rules = (await this.documentsOf(database)).filter((one) => one._id.startsWith('_design/'));
    for (const { _id, _rev } of rules) await this.ask('DELETE', `/${database}/${_id}?rev=${_rev}`);
  }
}

/** What the office's keys say of the group's lowest compartment and of a member: whoever has them can seal a letter, and sign for nobody. */
export function knownAtTheOffice(keys: string, name: string): { readonly place: TestCompartment; readonly member: Pick<Writer, 'person' | 'device'> } {
  const opened = openOffice(keys, passphrase, deriveFromPassphrase);
  if (!opened.ok) throw new Error(opened.failure.code);
  const { compartments, members } = opened.value.book;
  const place = compartments.find((one) => one.jwg === 'trafficking' && one.marking === 'UNCLASSIFIED');
  const named = JSON.stringify({ name }).slice(1, -1);
  const member = members.find((one) => Buffer.from(one.certificate.statement, 'base64url').toString().includes(named));
  const device = member?.grants[0]?.device;
  if (place === undefined || member === undefined || device === undefined) throw new Error('the office does not know them');
  return { place: place as unknown as TestCompartment, member: { person: member.person, device } };
}
