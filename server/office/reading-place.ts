import { ok, type Result } from '../../core/result.ts';
import type { ServerFailure } from '../sentences.ts';
import type { Desk } from './desk.ts';
import type { OfficeCompartment } from './office-book.ts';
import type { ReadingPlace } from './parcel-reader.ts';

/** Where to read a compartment, with everything known at the desk. */
export async function placeOf(desk: Desk, compartment: OfficeCompartment): Promise<Result<ReadingPlace, ServerFailure>> {
  const directory = await desk.directory();
  if (!directory.ok) return directory;
  return ok({ compartment, directory: directory.value, profile: desk.profile, organisationSignKey: desk.book().sign.public });
}
