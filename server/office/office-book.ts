import { z } from 'zod';
import type { BoxPair, BoxPublicKey, BoxSecretKey, SignPair, SignPublicKey, SignSecretKey } from '../../core/crypto/keys.ts';
import { newBoxPair, newSealKey, newSignPair, randomBytes, toBase64Url, toHex } from '../../core/crypto/sodium.ts';
import { compartmentId, databaseName, epochNumber } from '../../core/organisation/grant.ts';
import { keyBytes, keyText } from '../../core/organisation/key-text.ts';
import { signedStatement } from '../../core/organisation/signed-statement.ts';
import { deviceId, userName } from '../../core/organisation/certificate.ts';
import { orderId, removalOrder } from '../../core/organisation/removal-order.ts';
import { jwgId, markingId, personId, requiredLine } from '../../core/records/parts.ts';

const roleName = z.string().regex(/^[a-z][a-z0-9_]{7,63}$/);

/**
 * Everything that the secretariat keeps: the organisation's keys, what is in which database, and who
 * was let in. Kept in one file under a passphrase, off the server.
 */
export const officeBook = z.strictObject({
  v: z.literal(1),
  organisation: z.strictObject({ name: requiredLine }),
  sign: z.strictObject({ public: keyText, secret: z.string().regex(/^[\w-]{86}$/) }),
  box: z.strictObject({ public: keyText, secret: keyText }),
  directory: z.strictObject({ database: databaseName, role: roleName, key: keyText }),
  compartments: z.array(
    z.strictObject({
      id: compartmentId,
      database: databaseName,
      /** Of the files that its records have; absent in books of before there were any, until the next set-up. */
      files: databaseName.optional(),
      role: roleName,
      jwg: jwgId,
      marking: markingId,
      epochs: z.array(z.strictObject({ epoch: epochNumber, key: keyText })).min(1),
    }),
  ),
  members: z.array(
    z.strictObject({
      person: personId,
      /** Account of the first device. */
      user: userName,
      /** Accounts of further devices: each laptop proposes its own. */
      accounts: z.array(z.strictObject({ device: deviceId, user: userName })).default([]),
      certificate: signedStatement,
      grants: z.array(
        z.strictObject({
          device: deviceId,
          serial: z.number().int().min(1),
          digest: z.string(),
          /** Every compartment that this device was ever given the key of. */
          compartments: z.array(compartmentId).default([]),
        }),
      ),
      /** The door is shut, the keys are not turned: for a leave, or until a question is answered. */
      suspended: z.boolean().default(false),
    }),
  ),
  /** Public half of the recovery key; its file lies elsewhere. */
  recovery: z.strictObject({ public: keyText }).nullable().default(null),
  /** Role of everyone who has or had an account: reads orders, writes receipts. */
  orders: z.strictObject({ role: roleName }).nullable().default(null),
  /** Turns of keys that were begun; taken off when everything of them is on the server. */
  turns: z
    .array(z.strictObject({ compartment: compartmentId, epoch: epochNumber, removed: z.array(deviceId) }))
    .default([]),
  /** Erase orders that were given, so that it is known whose receipt is missing. `compartments`: `null` for everything on the device. */
  eraseOrders: z
    .array(
      z.strictObject({
        id: orderId,
        device: deviceId,
        compartments: z.array(compartmentId).nullable().default([]),
        at: z.number().int().default(0),
        /** A receipt that came as a file, checked. */
        byHand: z.strictObject({ at: z.number().int(), erased: z.strictObject({ records: z.number(), drafts: z.number(), undelivered: z.number() }) }).optional(),
      }),
    )
    .default([]),
  /** Orders of removal, also here: they are applied again after a restore of an older server. */
  removals: z.array(removalOrder).default([]),
  /** The last profile that was made, without its dates: another one gets a higher serial. */
  profile: z.strictObject({ serial: z.number().int().min(1), digest: z.string(), file: z.string() }).nullable(),
});
export type OfficeBook = z.infer<typeof officeBook>;
export type OfficeCompartment = OfficeBook['compartments'][number];
export type OfficeMember = OfficeBook['members'][number];

/** A random name that tells the server nothing: 128 bits. */
export function randomName(first: string): string {
  return first + toHex(randomBytes(16));
}

/** A new organisation with new keys. */
export function newOfficeBook(name: string): OfficeBook {
  const [sign, box] = [newSignPair(), newBoxPair()];
  return officeBook.parse({
    v: 1,
    organisation: { name },
    sign: { public: toBase64Url(sign.publicKey), secret: toBase64Url(sign.secretKey) },
    box: { public: toBase64Url(box.publicKey), secret: toBase64Url(box.secretKey) },
    directory: { database: randomName('d'), role: randomName('r'), key: toBase64Url(newSealKey()) },
    compartments: [],
    members: [],
    orders: { role: randomName('r') },
    profile: null,
  });
}

/** The organisation's sign keys as bytes. */
export function signPairOf(book: OfficeBook): SignPair {
  const secret = Buffer.from(book.sign.secret, 'base64url');
  return { publicKey: keyBytes<SignPublicKey>(book.sign.public), secretKey: new Uint8Array(secret) as SignSecretKey };
}

/** The organisation's box keys as bytes. */
export function boxPairOf(book: OfficeBook): BoxPair {
  return { publicKey: keyBytes<BoxPublicKey>(book.box.public), secretKey: keyBytes<BoxSecretKey>(book.box.secret) };
}
