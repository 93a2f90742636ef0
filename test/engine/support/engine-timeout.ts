/**
 * How long a story on the real engine may take, in milliseconds. The providers' own waits alone are more than a minute, and
 * several stories share the machine.
 */
export const engineTimeout = 420_000;
