import { aLetter } from '../builders/letters.ts';
import type { ParcelDocument } from '../../core/letters/letter.ts';
import { packLetters } from '../../core/letters/parcel.ts';
import type { Grant } from '../../core/organisation/grant.ts';

export type Compartment = Grant['compartments'][number];

/** The compartment of a grant for a group and a marking. */
export function compartmentOf(grant: Grant, jwg: string, marking: string): Compartment {
  const found = grant.compartments.find((one) => one.jwg === jwg && one.marking === marking);
  if (found === undefined) throw new Error(`no compartment ${jwg} × ${marking}`);
  return found;
}

let letters = 0;

/** A parcel of one letter, as a member would deliver it. */
export function aParcel(compartment: Compartment, uploader: string, text = 'Met the liaison officer in Bar.'): ParcelDocument {
  const [epoch] = compartment.epochs;
  if (epoch === undefined) throw new Error('a compartment has a key');
  letters += 1;
  const place = { compartment: compartment.id, epoch: epoch.epoch, key: epoch.key, uploader };
  const [parcel] = packLetters([aLetter(letters, text, { compartment: compartment.id })], place).parcels;
  if (parcel === undefined) throw new Error('one parcel');
  return parcel.document;
}
