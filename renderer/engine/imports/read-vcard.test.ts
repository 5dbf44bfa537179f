import { expect, test } from 'vitest';
import { readVcards } from './read-vcard.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function one(text: string) {
  const read = readVcards(bytes(text));
  if (!read.ok) throw new Error(read.failure.code);
  return read.value.contacts[0];
}

test('a card from Outlook: 2.1, quoted printable over two lines, bare types', () => {
  const contact = one([
    'BEGIN:VCARD', 'VERSION:2.1', 'N;CHARSET=windows-1250;ENCODING=QUOTED-PRINTABLE:=D0or=F0evi=E6;Ana;;Ms', 'FN;CHARSET=windows-1250;ENCODING=QUOTED-PRINTABLE:Ana =D0or=F0=', 'evi=E6',
    'ORG:Special State Prosecution;Firearms', 'TITLE:Prosecutor', 'TEL;WORK;VOICE:+382 20 123 456', 'TEL;CELL;VOICE:+382 67 000 111',
    'ADR;WORK;PREF:;;Njegoseva 1;Podgorica;;81000;Montenegro', 'EMAIL;PREF;INTERNET:ana@example.org', 'PHOTO;TYPE=JPEG;ENCODING=BASE64:', ' /9j/4AAQSkZJRg', '', 'END:VCARD',
  ].join('\r\n'));
  expect(contact).toMatchObject({
    name: 'Ana Đorđević', sortName: 'Đorđević, Ana', salutation: 'Ms', institution: 'Special State Prosecution, Firearms', role: 'Prosecutor', country: 'MNE',
    numbers: [{ type: 'office', number: '+382 20 123 456' }, { type: 'mobile', number: '+382 67 000 111' }],
    emails: [{ address: 'ana@example.org' }],
  });
});

test('a card from a telephone: 3.0, groups, folded lines, Cyrillic', () => {
  const contact = one([
    'BEGIN:VCARD', 'VERSION:3.0', 'N:Ђорђевић;Ана;;;', 'FN:Ана Ђор', ' ђевић', 'item1.TEL;type=CELL;type=VOICE;type=pref:067 000 111', 'item2.EMAIL;type=INTERNET:ana@example.org', 'NOTE:Зове се пре подне\\, на српском\\; не викендом', 'END:VCARD',
  ].join('\n'));
  expect(contact).toMatchObject({ name: 'Ана Ђорђевић', numbers: [{ type: 'mobile', number: '067 000 111' }], emails: [{ address: 'ana@example.org' }], remarks: 'Зове се пре подне, на српском; не викендом' });
});

test('a card of version 4 with a telephone as an address', () => {
  expect(one('BEGIN:VCARD\nVERSION:4.0\nFN:Z\nTEL;VALUE=uri;TYPE=cell:tel:+355-69-1\nLANG;PREF=1:sq\nEND:VCARD')).toMatchObject({ name: 'Z', numbers: [{ type: 'mobile', number: '+355-69-1' }], languages: ['sq'] });
});

test('a card that cannot be read costs itself only, and a file without cards says so', () => {
  const read = readVcards(bytes('BEGIN:VCARD\nVERSION:3.0\nFN;=:\nN:;\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:Marko\nEND:VCARD\n'));
  expect(read.ok && read.value.contacts.map(({ name }) => name)).toContain('Marko');
  expect(readVcards(bytes('nothing of the kind'))).toMatchObject({ ok: false, failure: { code: 'file-unreadable' } });
});
