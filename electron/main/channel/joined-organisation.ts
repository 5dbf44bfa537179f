import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { writeWhole } from '../atomic-write.ts';

const rememberedOrganisation = z.strictObject({
  v: z.literal(1),
  salt: z.base64(),
  key: z.base64(),
});

/**
 * Which organisation this laptop belongs to. On the disk stands only a salted hash of its key, so
 * that the folder does not say whose laptop it is; another organisation is refused from then on.
 */
export interface JoinedOrganisation {
  /** Whether this organisation may be served: the joined one, or any while none is joined. */
  accepts(signKey: string): Promise<boolean>;
  remember(signKey: string): Promise<void>;
}

export function joinedOrganisation(file: string): JoinedOrganisation {
  const read = async () => {
    try {
      return rememberedOrganisation.parse(JSON.parse(await readFile(file, 'utf8')));
    } catch {
      return null;
    }
  };
  return {
    accepts: async (signKey) => {
      const remembered = await read();
      if (remembered === null) return true;
      const known = Buffer.from(remembered.key, 'base64');
      const offered = hashed(signKey, Buffer.from(remembered.salt, 'base64'));
      return known.length === offered.length && timingSafeEqual(known, offered);
    },
    remember: async (signKey) => {
      if ((await read()) !== null) return;
      const salt = randomBytes(32);
      const text = JSON.stringify({ v: 1, salt: salt.toString('base64'), key: hashed(signKey, salt).toString('base64') });
      await writeWhole(file, new TextEncoder().encode(text));
    },
  };
}

function hashed(signKey: string, salt: Buffer): Buffer {
  return createHmac('sha256', salt).update(signKey).digest();
}
