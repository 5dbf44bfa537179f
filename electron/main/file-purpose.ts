import type { filePurposes } from '../preload/bridge.ts';

export type FilePurpose = (typeof filePurposes)[number];

interface FileKind {
  /** Without the dot; the first is the usual one. */
  readonly extensions: readonly string[];
  /** Bytes; more is not read. */
  readonly limit: number;
}

const megabyte = 1024 * 1024;

/** What each kind of file is called and how large it may be when it is opened. */
export const fileKinds: Readonly<Record<FilePurpose, FileKind>> = {
  profile: { extensions: ['rapporteur', 'json'], limit: 3 * megabyte },
  'join-request': { extensions: ['rapporteur'], limit: megabyte },
  'recovery-kit': { extensions: ['pdf', 'txt', 'html'], limit: megabyte },
  pouch: { extensions: ['pouch'], limit: 500 * megabyte },
  minutes: { extensions: ['pdf'], limit: 200 * megabyte },
  pairing: { extensions: ['rapporteur'], limit: megabyte },
  // Written piece by piece (outside/register-outside.ts) and read where it is needed: not through here.
  backup: { extensions: ['age'], limit: megabyte },
  release: { extensions: ['rapporteur'], limit: 16 * megabyte },
  'erasure-receipt': { extensions: ['txt'], limit: megabyte },
  'erase-order': { extensions: ['rapporteur', 'json'], limit: megabyte },
  contacts: { extensions: ['vcf'], limit: 10 * megabyte },
  calendar: { extensions: ['ics'], limit: 10 * megabyte },
  'hand-over': { extensions: ['pdf'], limit: 200 * megabyte },
  report: { extensions: ['pdf'], limit: 200 * megabyte },
  'report-document': { extensions: ['docx'], limit: 100 * megabyte },
  table: { extensions: ['csv'], limit: 100 * megabyte },
  picture: { extensions: ['png'], limit: 100 * megabyte },
  drawing: { extensions: ['svg'], limit: 100 * megabyte },
};

const refusedCharacters = /[\\/:*?"<>|\p{Cc}\p{Cf}]/gu;

/**
 * A file name that every system takes, from what was suggested: without separators, control or
 * direction characters, without dots or spaces at either end, and not one of Windows' device names.
 */
export function safeFileName(suggested: string): string {
  const plain = suggested.normalize('NFC').replace(refusedCharacters, ' ').replace(/\s+/g, ' ').replace(/^[.\s]+|[.\s]+$/g, '').slice(0, 150).trim();
  if (plain === '') return 'document';
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(plain) ? `_${plain}` : plain;
}
