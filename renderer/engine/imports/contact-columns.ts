import { foldName } from '../../../core/text/fold-name.ts';
import type { ContactField } from './imports-api.ts';

/** Heads of columns as address books of the region and Outlook name them, folded. */
const heads: Readonly<Record<ContactField, readonly string[]>> = {
  name: ['name', 'full name', 'display name', 'nom complet', 'ime i prezime', 'ime prezime', 'emri i plote', 'contact', 'person', 'kontakt', 'prezime i ime'],
  givenName: ['first name', 'given name', 'prenom', 'ime', 'emri', 'vorname', 'nome'],
  familyName: ['last name', 'family name', 'surname', 'nom', 'prezime', 'mbiemri', 'nachname', 'cognome'],
  institution: ['institution', 'organisation', 'organization', 'company', 'authority', 'office', 'service', 'institucija', 'institucioni', 'organ', 'tuzilastvo', 'societe'],
  role: ['role', 'function', 'job title', 'title', 'position', 'fonction', 'funkcija', 'pozicija', 'radno mesto', 'funksioni'],
  country: ['country', 'country region', 'business country region', 'pays', 'drzava', 'zemlja', 'shteti', 'land', 'stato'],
  office: ['phone', 'telephone', 'business phone', 'office phone', 'tel', 'telefon', 'telephone professionnel', 'work phone', 'nummer', 'number', 'broj telefona', 'primary phone'],
  mobile: ['mobile', 'mobile phone', 'cell', 'gsm', 'mob', 'mobilni', 'mobitel', 'portable', 'celular'],
  fax: ['fax', 'business fax', 'faks', 'telecopie'],
  email: ['email', 'e mail', 'e mail address', 'email address', 'mail', 'courriel', 'e posta', 'eposta', 'imejl'],
  languages: ['languages', 'language', 'langues', 'jezici', 'jezik', 'gjuhet'],
  address: ['address', 'business address', 'adresse', 'adresa', 'street', 'business street', 'adrese'],
  remarks: ['remarks', 'notes', 'note', 'comment', 'comments', 'remarques', 'napomena', 'napomene', 'biljeske', 'shenime'],
};

/** What each column of a file is likely to be; each field is proposed once, the first column that fits. */
export function proposeColumns(head: readonly string[]): readonly (ContactField | null)[] {
  const taken = new Set<ContactField>();
  return head.map((name) => {
    const folded = foldName(name).replace(/ \d+$/, '');
    const field = (Object.keys(heads) as ContactField[]).find((one) => !taken.has(one) && heads[one].includes(folded)) ?? null;
    if (field !== null) taken.add(field);
    return field;
  });
}
