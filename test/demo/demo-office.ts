import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { serve, succeed, type Answer, type Served } from '../integration/secretariat.ts';
import { steadyPort } from './steady-port.ts';

/**
 * The secretariat of the demonstration: an embedded server on disk, reached from outside through a
 * gateway with one key and from the office's own network through another. Everything is done with
 * the commands that a secretariat would type.
 */
export interface DemoOffice {
  /** The signed profile file that members are given. */
  readonly profile: string;
  readonly certificateOfOutside: string;
  /** The administrator's address of the embedded server. */
  readonly couchdb: string;
  admit(request: string, fingerprint: string): Promise<Answer['data']>;
  /** The laptops come home: the office's own network can be reached. */
  openInside(): Promise<void>;
  /** They leave again. */
  closeInside(): Promise<void>;
  close(): Promise<void>;
}

const jwg = {
  id: 'trafficking',
  name: 'Joint Working Group on Trafficking in Firearms',
  shortName: 'JWG Firearms',
  crimeAreas: ['firearms'],
  members: [
    { country: 'ITA', institution: 'Direzione Nazionale Antimafia' },
    { country: 'HRV', institution: 'USKOK' },
    { country: 'FRA', institution: 'JUNALCO' },
  ],
  includesThirdCountries: false,
  fourEyes: false,
  dataProtection: {
    controller: 'Programme secretariat',
    purpose: 'Investigation and prosecution of trafficking in firearms',
    legalBasis: 'Directive (EU) 2016/680, Art. 8',
    officer: 'Data protection officer of the programme',
  },
};

/** `outsideThrough`: what stands between the laptops and the office's address outside, if anything. */
export async function openDemoOffice(folder: string, { outsideThrough }: { readonly outsideThrough?: (address: string) => Promise<string> } = {}): Promise<DemoOffice> {
  mkdirSync(folder, { recursive: true });
  const at = (name: string) => path.join(folder, name);
  const outside = await serve('--folder', at('server'));
  const couchdb = outside.couchdb ?? '';
  // The office's own network comes and goes at the same address, which nobody else may take meanwhile.
  const insideWords = ['--couchdb', couchdb, '--certificate', at('inside-tls'), '--port', String(await steadyPort())];
  let inside: Served | null = await serve(...insideWords);
  writeFileSync(at('outside.crt'), outside.certificate);
  writeFileSync(at('inside.crt'), inside.certificate);
  writeFileSync(at('description.json'), JSON.stringify(description((await outsideThrough?.(outside.url)) ?? outside.url, inside.url), null, 2));
  const keys = ['--keys', at('office.keys')];
  const profile = at('organisation.rapporteur-profile');
  await succeed('organisation', 'create', ...keys, '--name', 'Fight against organised crime and corruption');
  await succeed('profile', 'make', ...keys, '--description', at('description.json'), '--out', profile);
  await succeed('setup', ...keys, '--couchdb', couchdb);
  const closeInside = async () => {
    await inside?.stop();
    inside = null;
  };
  await closeInside();
  return {
    profile,
    certificateOfOutside: outside.certificate,
    couchdb,
    admit: (request, fingerprint) =>
      succeed('admit', ...keys, '--couchdb', couchdb, '--request', request, '--jwg', jwg.id, '--fingerprint', fingerprint, '--briefing', briefing()),
    openInside: async () => {
      inside ??= await serve(...insideWords);
    },
    closeInside,
    close: async () => {
      await closeInside();
      await outside.stop();
    },
  };
}

function description(outside: string, inside: string): object {
  return {
    validUntil: day(180),
    jwgs: [jwg],
    networks: [
      { id: 'office', name: 'Office network', accreditation: 'R-UE', server: { url: inside, certificate: 'inside.crt' } },
      { id: 'hotel', name: 'Hotel Wi-Fi', accreditation: 'UNCLASSIFIED', server: { url: outside, certificate: 'outside.crt' } },
    ],
    removableMedia: [{ id: 'stick', name: 'Encrypted stick of the programme', accreditation: 'SENSITIVE' }],
    accreditations: [{ devices: null, by: 'Security accreditation authority', reference: 'SAA 2026/14', marking: 'R-UE', until: day(365) }],
  };
}

/** Acknowledged a month ago, valid for a year. */
function briefing(): string {
  return `${day(-30)}:${day(335)}`;
}

function day(from: number): string {
  return new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);
}
