import type { DeviceId, LetterHash } from '../ids.ts';
import type { Letter, SeenLetter } from './letter.ts';

/** What must be kept of every letter of a compartment to notice that one is missing. */
export interface ChainLink {
  readonly device: DeviceId;
  readonly number: number;
  readonly hash: LetterHash;
  readonly previous: LetterHash | null;
  readonly seen: Letter['seen'];
}

/** What the numbers, links and heads of a compartment's letters show. Empty lists: all is there. */
export interface ChainFindings {
  /** Numbers `from` to `to` of a device are missing although later ones are here. */
  readonly gaps: readonly { readonly device: DeviceId; readonly from: number; readonly to: number }[];
  /** Two letters with one number: two copies of one device are at work. Both are kept. */
  readonly forks: readonly { readonly device: DeviceId; readonly number: number; readonly hashes: readonly LetterHash[] }[];
  /** A letter names another one before it than the one that is here. */
  readonly brokenLinks: readonly { readonly device: DeviceId; readonly number: number }[];
  /** Another device has seen this letter, here it has not arrived and no gap says so: late or withheld. */
  readonly withheld: readonly { readonly device: DeviceId; readonly number: number; readonly hash: LetterHash; readonly seenBy: DeviceId }[];
}

type ByNumber = Map<number, ChainLink[]>;

/** Examines all letters known of one compartment, in any order; a letter given twice counts once. */
export function examineChains(links: Iterable<ChainLink>): ChainFindings {
  const devices = gather(links);
  const gaps: ChainFindings['gaps'][number][] = [];
  const forks: ChainFindings['forks'][number][] = [];
  const brokenLinks: ChainFindings['brokenLinks'][number][] = [];
  for (const [device, byNumber] of devices) {
    let expected = 1;
    for (const number of [...byNumber.keys()].toSorted((one, other) => one - other)) {
      if (number > expected) gaps.push({ device, from: expected, to: number - 1 });
      expected = number + 1;
      const here = byNumber.get(number) ?? [];
      if (here.length > 1) forks.push({ device, number, hashes: here.map((one) => one.hash).toSorted() });
      if (!here.every((one) => continues(one, byNumber))) brokenLinks.push({ device, number });
    }
  }
  return { gaps, forks, brokenLinks, withheld: findWithheld(devices) };
}

function gather(links: Iterable<ChainLink>): Map<DeviceId, ByNumber> {
  const devices = new Map<DeviceId, ByNumber>();
  for (const link of links) {
    const byNumber = devices.get(link.device) ?? new Map<number, ChainLink[]>();
    devices.set(link.device, byNumber);
    const here = byNumber.get(link.number) ?? [];
    if (!here.some((one) => one.hash === link.hash)) byNumber.set(link.number, [...here, link]);
  }
  return devices;
}

function continues(link: ChainLink, byNumber: ByNumber): boolean {
  const before = byNumber.get(link.number - 1);
  return before === undefined || before.some((one) => one.hash === link.previous);
}

/** The highest letter that anyone has seen of each device, where it is not here. */
function findWithheld(devices: ReadonlyMap<DeviceId, ByNumber>): ChainFindings['withheld'] {
  const found = new Map<string, ChainFindings['withheld'][number]>();
  for (const [seenBy, byNumber] of devices) {
    for (const link of [...byNumber.values()].flat()) {
      for (const [device, head] of Object.entries(link.seen) as [DeviceId, SeenLetter][]) {
        const known = devices.get(device);
        if (known?.get(head.number)?.some((one) => one.hash === head.hash)) continue;
        const last = Math.max(0, ...(known?.keys() ?? []));
        // A missing number below the last one is a gap already; another letter under that number is told here.
        if (head.number < last && !known?.has(head.number)) continue;
        found.set(`${device} ${head.number} ${head.hash}`, { device, number: head.number, hash: head.hash, seenBy });
      }
    }
  }
  return [...found.values()];
}
