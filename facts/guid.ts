const guidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

// 16 bytes are 128 bits and 22 base64 digits carry 132: the last digit's four low bits are always zero.
const encodedGuidPattern = /^[A-Za-z0-9_-]{21}[AQgw]$/;

/** Whether the text is a GUID in its plain form: 8-4-4-4-12 hexadecimal digits, in any letter case, without braces. */
export function isGuid(value: string): boolean {
  return guidPattern.test(value);
}

/**
 * Writes a GUID as Microsoft Entra does inside an `/eid1` subject: its 16 bytes in .NET order (the first three groups
 * little-endian), as base64url without padding, 22 characters.
 *
 * The encoding is not documented by Microsoft. It is observed: public subjects decode to the tenant and application they
 * stand for.
 *
 * @throws RangeError when the text is not a GUID.
 */
export function formatGuidBase64Url(guid: string): string {
  if (!isGuid(guid)) {
    throw new RangeError(`"${guid}" is not a GUID: write 8-4-4-4-12 hexadecimal digits.`);
  }
  return swapByteOrder(Buffer.from(guid.replaceAll("-", ""), "hex")).toString("base64url");
}

/**
 * Reads what {@link formatGuidBase64Url} writes.
 *
 * @returns the GUID in lower case, or `undefined` when the text is not exactly the encoding of a GUID.
 */
export function parseGuidBase64Url(text: string): string | undefined {
  if (!encodedGuidPattern.test(text)) {
    return undefined;
  }
  const hex = swapByteOrder(Buffer.from(text, "base64url")).toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** Turns network order into .NET order and back. */
function swapByteOrder(bytes: Buffer): Buffer {
  const swapped = Buffer.from(bytes);
  swapped.subarray(0, 4).reverse();
  swapped.subarray(4, 6).reverse();
  swapped.subarray(6, 8).reverse();
  return swapped;
}
