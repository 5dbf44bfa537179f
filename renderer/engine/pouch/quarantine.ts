import { decideArrival, type ArrivalDecision, type ArrivalRules } from '../../../core/clearance/arrive.ts';
import type { CompartmentId, DeviceId, Instant, LetterHash, ParcelId } from '../../../core/ids.ts';
import type { Letter } from '../../../core/letters/letter.ts';
import type { Verdict } from '../../../core/letters/verdict.ts';
import type { CertifiedDevice } from '../../../core/organisation/directory.ts';
import { titleOf } from '../notebook/title.ts';
import type { NamedState, SealedStates } from '../pouch-seam/pouch-ground.ts';
import type { Noted } from './letter-book.ts';
import {
  quarantinedLetterState, quarantineState, readQuarantine, readQuarantinedLetter, readVerdicts, verdictsState, type QuarantineEntry,
} from './quarantine-store.ts';

/** A letter that was verified, with where it came in. */
export interface ArrivedLetter {
  readonly letter: Letter;
  readonly hash: LetterHash;
  readonly parcel: ParcelId;
  readonly epoch: number;
}

export interface QuarantineParts {
  readonly states: SealedStates;
  readonly compartment: CompartmentId;
  readonly devices: ReadonlyMap<DeviceId, CertifiedDevice>;
  readonly rules: (verdicts: readonly Verdict[]) => ArrivalRules;
  readonly now: () => Instant;
}

/** What a batch of letters comes to: these are taken, these rows say the rest. `settle` once they are stored. */
export interface Admitted {
  readonly taken: readonly ArrivedLetter[];
  readonly held: number;
  readonly states: readonly NamedState[];
  settle(): void;
}

/** The gate between what was verified and the notebook, for one compartment. Every letter passes `decideArrival` here. */
export class Quarantine {
  private readonly parts: QuarantineParts;
  private entries: readonly QuarantineEntry[];
  private verdicts: readonly Verdict[];

  private constructor(parts: QuarantineParts, entries: readonly QuarantineEntry[], verdicts: readonly Verdict[]) {
    this.parts = parts;
    this.entries = entries;
    this.verdicts = verdicts;
  }

  static async open(parts: QuarantineParts): Promise<Quarantine> {
    const { states, compartment } = parts;
    return new Quarantine(parts, await readQuarantine(states, compartment), await readVerdicts(states, compartment));
  }

  list(): readonly QuarantineEntry[] {
    return this.entries;
  }

  /** Whether what is kept apart would be decided otherwise with what is known now. */
  isOutdated(): boolean {
    const rules = this.rules();
    return this.entries.some((entry) => !isDecidedAs(entry, decideArrival(entry, rules)));
  }

  rules(): ArrivalRules {
    return this.parts.rules(this.verdicts);
  }

  read(letter: LetterHash): Promise<Letter | null> {
    return readQuarantinedLetter(this.parts.states, this.parts.compartment, letter);
  }

  /**
   * Lets letters in or keeps them apart, with the verdicts that came beside them, and looks again at
   * what was kept apart before. `noted`: what the book knows of each.
   */
  async admit(arrived: readonly ArrivedLetter[], fresh: readonly Verdict[], noted: (letter: ArrivedLetter) => Promise<Noted>): Promise<Admitted> {
    const { compartment } = this.parts;
    const verdicts = withVerdicts(this.verdicts, fresh);
    const rules = this.parts.rules(verdicts);
    const known = new Set(this.entries.map((one) => one.hash));
    const taken: ArrivedLetter[] = [];
    const states: NamedState[] = [];
    const held: QuarantineEntry[] = [];
    for (const one of arrived) {
      if (known.has(one.hash)) continue;
      const found = await noted(one);
      const entry = this.entryOf(one, found === 'fork');
      // What is in the notebook already is not argued about again.
      const decision = found === 'known' ? ({ verdict: 'taken' } as const) : decideArrival(entry, rules);
      if (decision.verdict === 'taken') {
        taken.push(one);
        continue;
      }
      known.add(one.hash);
      held.push({ ...entry, reasons: [...decision.reasons], rejected: decision.rejected });
      states.push(quarantinedLetterState(compartment, one.hash, one.letter));
    }
    const again = await this.reviewed(rules);
    const entries = [...again.kept, ...held];
    for (const one of again.released) states.push(quarantinedLetterState(compartment, one.hash, null));
    if (held.length > 0 || again.changed) states.push(quarantineState(compartment, entries));
    if (verdicts !== this.verdicts) states.push(verdictsState(compartment, verdicts));
    return {
      taken: [...taken, ...again.released],
      held: held.length,
      states,
      settle: () => {
        this.entries = entries;
        this.verdicts = verdicts;
      },
    };
  }

  private async reviewed(rules: ArrivalRules): Promise<{ readonly kept: readonly QuarantineEntry[]; readonly released: readonly ArrivedLetter[]; readonly changed: boolean }> {
    const kept: QuarantineEntry[] = [];
    const released: ArrivedLetter[] = [];
    let changed = false;
    for (const entry of this.entries) {
      const decision = decideArrival(entry, rules);
      const letter = decision.verdict === 'taken' ? await this.read(entry.hash) : null;
      if (decision.verdict === 'taken' && letter !== null) {
        released.push({ letter, hash: entry.hash, parcel: entry.parcel as ParcelId, epoch: entry.epoch });
        changed = true;
      } else if (decision.verdict === 'quarantined') {
        kept.push({ ...entry, reasons: [...decision.reasons], rejected: decision.rejected });
        changed ||= !isDecidedAs(entry, decision);
      } else {
        kept.push(entry);
      }
    }
    return { kept, released, changed };
  }

  private entryOf({ letter, hash, parcel, epoch }: ArrivedLetter, isFork: boolean): QuarantineEntry {
    const signer = this.parts.devices.get(letter.device);
    const [first] = letter.changes;
    if (signer === undefined || first === undefined) throw new Error('a verified letter has a signer and a change');
    const { kind } = first.header;
    const written = Object.assign({}, ...letter.changes.map((one) => (one.content === 'erased' ? {} : one.content.fields))) as Readonly<Record<string, unknown>>;
    return {
      hash, parcel, epoch, isFork, kind,
      device: letter.device,
      number: letter.number,
      previous: letter.previous,
      person: signer.person,
      country: signer.country,
      record: letter.record,
      level: letter.level,
      title: titleOf(kind, written),
      arrived: this.parts.now(),
      reasons: [],
      rejected: false,
    };
  }
}

function isDecidedAs(entry: QuarantineEntry, decision: ArrivalDecision): boolean {
  return decision.verdict === 'quarantined' && decision.rejected === entry.rejected && decision.reasons.join() === entry.reasons.join();
}

function withVerdicts(before: readonly Verdict[], fresh: readonly Verdict[]): readonly Verdict[] {
  const key = (one: Verdict) => [one.person, one.device, one.says, one.at, ...one.letters].join();
  const known = new Set(before.map(key));
  const unknown = fresh.filter((one) => !known.has(key(one)));
  return unknown.length === 0 ? before : [...before, ...unknown];
}
