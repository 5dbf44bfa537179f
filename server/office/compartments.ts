import { newSealKey, randomId, toBase64Url } from '../../core/crypto/sodium.ts';
import type { CompartmentId } from '../../core/ids.ts';
import { defaultCeiling } from '../../core/markings/default-scheme.ts';
import type { Marking } from '../../core/markings/marking.ts';
import type { OrganisationProfile } from '../../core/organisation/profile.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { randomName, type OfficeBook, type OfficeCompartment } from './office-book.ts';

/** Markings that some device may write: up to the default ceiling, or to the highest accreditation. */
export function markingsInUse(profile: OrganisationProfile): readonly Marking[] {
  const rankOf = (id: string) => profile.markings.find((one) => one.id === id)?.rank ?? 0;
  const ceiling = Math.max(rankOf(defaultCeiling), ...profile.accreditations.map((one) => rankOf(one.marking)));
  return profile.markings.filter((one) => one.rank <= ceiling);
}

/** One compartment for each group and marking in use: those there already, and new ones, with random names and keys and a place for files. */
export function completedCompartments(book: OfficeBook, profile: OrganisationProfile): readonly OfficeCompartment[] {
  const wanted = profile.jwgs.flatMap((jwg) => markingsInUse(profile).map((marking) => ({ jwg: jwg.id, marking: marking.id })));
  const missing = wanted.filter((one) => !book.compartments.some((there) => there.jwg === one.jwg && there.marking === one.marking));
  const there = book.compartments.map((one) => ({ ...one, files: one.files ?? randomName('f') }));
  return [...there, ...missing.map((one) => newCompartment(one.jwg, one.marking))];
}

function newCompartment(jwg: OfficeCompartment['jwg'], marking: OfficeCompartment['marking']): OfficeCompartment {
  return {
    id: randomId<CompartmentId>(),
    database: randomName('c'),
    files: randomName('f'),
    role: randomName('r'),
    jwg,
    marking,
    epochs: [{ epoch: 1, key: toBase64Url(newSealKey()) }],
  };
}

/** The compartments that are meant by `GROUP`, `GROUP:MARKING` or an id. `compartment-unknown {name}`. */
export function findCompartments(book: OfficeBook, named: readonly string[]): Result<readonly CompartmentId[], 'compartment-unknown'> {
  const found: CompartmentId[] = [];
  for (const name of named) {
    const [jwg, marking] = name.split(':');
    const meant = book.compartments.filter((one) => one.id === name || (one.jwg === jwg && (marking === undefined || one.marking === marking)));
    if (meant.length === 0) return failed('compartment-unknown', { name });
    found.push(...meant.map((one) => one.id));
  }
  return ok([...new Set(found)]);
}
