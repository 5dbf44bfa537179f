/** Whole numbers in as few bytes as they need, seven bits in each (LEB128). */
export function writeNumber(bytes: number[], number: number): void {
  let left = number;
  while (left > 127) {
    bytes.push((left & 127) | 128);
    left >>>= 7;
  }
  bytes.push(left);
}

/** Reads the number at a place and moves the place behind it. */
export function readNumber(bytes: Uint8Array, place: { at: number }): number {
  let number = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[place.at] ?? 0;
    place.at += 1;
    number |= (byte & 127) << shift;
    if (byte < 128 || shift > 28) return number;
  }
}
