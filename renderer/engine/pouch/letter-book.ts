import type { ChangeHash, CompartmentId, DeviceId, RecordId } from '../../../core/ids.ts';
import type { SeenLetter } from '../../../core/letters/letter.ts';
import type { LetterRecord, LetterStore } from '../pouch-seam/pouch-ground.ts';

interface Numbers {
  readonly hashes: Map<number, LetterRecord['hash'][]>;
  head: SeenLetter | null;
}

interface Page {
  readonly devices: Map<DeviceId, Numbers>;
  /** What own letters have told of others so far, so that each head is named once. */
  readonly told: Map<DeviceId, number>;
  /** Changes that went or came by letter. */
  readonly changes: Set<ChangeHash>;
  readonly records: Set<RecordId>;
}

/** `fork`: another letter of that device carries that number. */
export type Noted = 'new' | 'known' | 'fork';

/** What is known of the letters of every compartment, read when first asked for and kept up from then on. */
export interface LetterBook {
  /** What `note` would say, without noting anything. */
  look(letter: Pick<LetterRecord, 'compartment' | 'device' | 'number' | 'hash'>): Promise<Noted>;
  note(letter: LetterRecord): Promise<Noted>;
  /** This device's last letter, for the next number; `null` before the first. */
  lastOwn(compartment: CompartmentId): Promise<SeenLetter | null>;
  /** Others' last letters that own letters have not named yet. */
  untold(compartment: CompartmentId): Promise<Readonly<Record<DeviceId, SeenLetter>>>;
  /** Changes that are in the compartment already. */
  changes(compartment: CompartmentId): Promise<ReadonlySet<ChangeHash>>;
  /** Records with a letter in the compartment. */
  records(compartment: CompartmentId): Promise<ReadonlySet<RecordId>>;
  /** Forgets a compartment, so that it is read again: what was noted could not be stored. */
  forget(compartment: CompartmentId): void;
}

export function createLetterBook(letters: LetterStore, own: DeviceId): LetterBook {
  const pages = new Map<CompartmentId, Promise<Page>>();

  function page(compartment: CompartmentId): Promise<Page> {
    const known = pages.get(compartment);
    if (known !== undefined) return known;
    const read = letters.ofCompartment(compartment).then((all) => {
      const fresh: Page = { devices: new Map(), told: new Map(), changes: new Set(), records: new Set() };
      for (const letter of all) enter(fresh, letter, own);
      return fresh;
    });
    pages.set(compartment, read);
    read.catch(() => pages.delete(compartment));
    return read;
  }

  return {
    async look({ compartment, device, number, hash }) {
      const here = (await page(compartment)).devices.get(device)?.hashes.get(number);
      if (here === undefined) return 'new';
      return here.includes(hash) ? 'known' : 'fork';
    },
    note: async (letter) => enter(await page(letter.compartment), letter, own),
    lastOwn: async (compartment) => (await page(compartment)).devices.get(own)?.head ?? null,
    async untold(compartment) {
      const { devices, told } = await page(compartment);
      const heads: Record<DeviceId, SeenLetter> = {};
      for (const [device, { head }] of devices) {
        if (device !== own && head !== null && head.number > (told.get(device) ?? 0)) heads[device] = head;
      }
      return heads;
    },
    changes: async (compartment) => (await page(compartment)).changes,
    records: async (compartment) => (await page(compartment)).records,
    forget: (compartment) => void pages.delete(compartment),
  };
}

function enter(page: Page, letter: LetterRecord, own: DeviceId): Noted {
  page.records.add(letter.record);
  for (const change of letter.changes) page.changes.add(change);
  const numbers: Numbers = page.devices.get(letter.device) ?? { hashes: new Map(), head: null };
  page.devices.set(letter.device, numbers);
  if (letter.device === own) {
    for (const [device, head] of Object.entries(letter.seen) as [DeviceId, SeenLetter][]) {
      page.told.set(device, Math.max(head.number, page.told.get(device) ?? 0));
    }
  }
  if (letter.number > (numbers.head?.number ?? 0)) numbers.head = { number: letter.number, hash: letter.hash };
  const here = numbers.hashes.get(letter.number);
  if (here === undefined) {
    numbers.hashes.set(letter.number, [letter.hash]);
    return 'new';
  }
  if (here.includes(letter.hash)) return 'known';
  here.push(letter.hash);
  return 'fork';
}
