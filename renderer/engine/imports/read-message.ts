import PostalMime, { type Address, type Email } from 'postal-mime';
import type { Day } from '../../../core/ids.ts';
import type { RichTextNode } from '../../../core/records/parts.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import { deepestMessage } from './import-limits.ts';
import { document, paragraph, plainText, words } from './rich-text-making.ts';

/** A file that came with a message, at whatever depth. */
export interface MessageFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface ReadMessage {
  readonly subject: string;
  readonly body: RichTextNode;
  readonly day: Day | null;
  readonly time: string | null;
  readonly from: string;
  readonly files: readonly MessageFile[];
  /** Messages inside messages that were too deep to be read; they are among the files. */
  readonly tooDeep: boolean;
}

/** Messages inside are read here, each with its own head, and not run together by the parser. */
const parsing = { rfc822Attachments: true, forceRfc822Attachments: true, attachmentEncoding: 'arraybuffer' } as const;

/**
 * An e-mail (RFC 5322, MIME) as a note: who wrote to whom and when, the text, and the messages that
 * were forwarded inside it. HTML becomes text; nothing that it refers to is fetched.
 */
export async function readMessage(bytes: Uint8Array): Promise<Result<ReadMessage, 'file-unreadable'>> {
  let email: Email;
  try {
    email = await PostalMime.parse(bytes, { ...parsing });
  } catch {
    return failed('file-unreadable');
  }
  if (email.headers.length === 0) return failed('file-unreadable');
  const parts = await bodyOf(email, 0);
  const sent = dateOf(email);
  return ok({
    subject: email.subject ?? '',
    body: document(parts.blocks),
    day: sent?.day ?? null,
    time: sent?.time ?? null,
    from: addressInWords(email.from),
    files: parts.files,
    tooDeep: parts.tooDeep,
  });
}

interface Parts {
  readonly blocks: readonly RichTextNode[];
  readonly files: readonly MessageFile[];
  readonly tooDeep: boolean;
}

async function bodyOf(email: Email, depth: number): Promise<Parts> {
  const blocks: RichTextNode[] = [...headLines(email), ...(plainText(textOf(email)).content ?? [])];
  const files: MessageFile[] = [];
  let tooDeep = false;
  for (const attachment of email.attachments) {
    const content = new Uint8Array(attachment.content as ArrayBuffer);
    const file = { name: attachment.filename ?? '', type: attachment.mimeType, bytes: content };
    const inner = attachment.mimeType === 'message/rfc822' && depth < deepestMessage ? await innerMessage(content) : null;
    if (inner === null) {
      tooDeep ||= attachment.mimeType === 'message/rfc822';
      files.push(file);
      continue;
    }
    const parts = await bodyOf(inner, depth + 1);
    blocks.push({ type: 'horizontalRule' }, ...parts.blocks);
    files.push(...parts.files);
    tooDeep ||= parts.tooDeep;
  }
  return { blocks, files, tooDeep };
}

async function innerMessage(bytes: Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(bytes, parsing);
  } catch {
    return null;
  }
}

/** Who wrote to whom, when, about what: one line each, as on the top of a printed message. */
function headLines(email: Email): readonly RichTextNode[] {
  const lines: readonly (readonly [string, string])[] = [
    ['From', addressInWords(email.from)],
    ['To', (email.to ?? []).map(addressInWords).join(', ')],
    ['Cc', (email.cc ?? []).map(addressInWords).join(', ')],
    ['Date', email.date ?? ''],
    ['Subject', email.subject ?? ''],
  ];
  return lines.filter(([, value]) => value !== '').map(([name, value]) => paragraph([...words(`${name}: `, ['bold']), ...words(value)]));
}

function textOf(email: Email): string {
  if (email.text !== undefined && email.text.trim() !== '') return email.text;
  return (email.html ?? '')
    .replace(/<(style|script|head)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<br\b[^>]*>/gi, '\n')
    .replace(/<\/(p|div|tr|li|h\d|table)>/gi, '\n\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, ' ').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&');
}

function addressInWords(address: Address | undefined): string {
  if (address === undefined) return '';
  if (address.group !== undefined) return [address.name, address.group.map(addressInWords).join(', ')].filter((part) => part !== '').join(': ');
  if (address.address === '') return address.name;
  return address.name === '' ? address.address : `${address.name} <${address.address}>`;
}

function dateOf(email: Email): { readonly day: Day; readonly time: string } | null {
  const at = new Date(email.date ?? '');
  if (Number.isNaN(at.getTime())) return null;
  const two = (part: number) => String(part).padStart(2, '0');
  return {
    day: `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}` as Day,
    time: `${two(at.getHours())}:${two(at.getMinutes())}`,
  };
}
