import type { Day, DeviceId, PersonId } from '../../../core/ids.ts';
import { defaultCeiling } from '../../../core/markings/default-scheme.ts';
import type { Marking, MarkingScheme } from '../../../core/markings/marking.ts';
import { highest, markingOf } from '../../../core/markings/scheme.ts';
import type { OrganisationProfile } from '../../../core/organisation/profile.ts';

/**
 * What may be written on this device: the highest accreditation statement of the profile that names
 * it (or every device) and has not run out; SENSITIVE without one (EU classified information is
 * handled on accredited systems only: Council Decision 2013/488/EU Art. 10).
 */
export function ceilingOf(
  profile: OrganisationProfile | null,
  scheme: MarkingScheme,
  holder: { readonly person: PersonId; readonly device: DeviceId },
  today: Day,
): Marking {
  const statements = (profile?.accreditations ?? []).filter(
    ({ devices, until }) => until >= today && (devices === null || devices.includes(holder.person) || devices.includes(holder.device)),
  );
  const known = statements.map(({ marking }) => scheme.markings.find((one) => one.id === marking)).filter((one) => one !== undefined);
  return highest(markingOf(scheme, defaultCeiling), ...known);
}
