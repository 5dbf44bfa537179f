import { expect } from '@playwright/test';

/** Reads what the screen says until it is as it should be, or has had the time to be; what was read last says which. */
export async function readUntil<Value>(read: () => Promise<Value>, isRight: (value: Value) => boolean): Promise<Value> {
  let last = await read();
  const look = async () => {
    last = await read();
    return isRight(last);
  };
  await expect.poll(look, { timeout: 30_000 }).toBe(true).catch(() => undefined);
  return last;
}
