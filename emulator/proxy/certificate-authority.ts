import { createSecureContext, type SecureContext } from "node:tls";
import { generate } from "selfsigned";

const dayMs = 24 * 60 * 60 * 1000;

/**
 * A certificate authority that lives as long as one emulator. Its private key never leaves memory, so that nobody else can
 * ever use the trust that a client puts in its certificate.
 */
export class CertificateAuthority {
  readonly #contexts = new Map<string, Promise<SecureContext>>();

  private constructor(
    /** The certificate that clients must trust, PEM. */
    readonly certificate: string,
    private readonly key: string,
  ) {}

  static async create(): Promise<CertificateAuthority> {
    const pems = await generate([{ name: "commonName", value: "Keyless emulator CA" }], {
      ...createValidity(),
      keyType: "ec",
      algorithm: "sha256",
      extensions: [
        { name: "basicConstraints", cA: true, pathLenConstraint: 0, critical: true },
        { name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true },
      ],
    });
    return new CertificateAuthority(pems.cert, pems.private);
  }

  /** The TLS context for a host name; made once a name. */
  findContext(host: string): Promise<SecureContext> {
    let context = this.#contexts.get(host);
    if (context === undefined) {
      context = this.#createContext(host);
      this.#contexts.set(host, context);
    }
    return context;
  }

  async #createContext(host: string): Promise<SecureContext> {
    const pems = await generate([{ name: "commonName", value: host }], {
      ...createValidity(),
      keyType: "ec",
      algorithm: "sha256",
      ca: { key: this.key, cert: this.certificate },
      extensions: [
        { name: "basicConstraints", cA: false, critical: true },
        { name: "keyUsage", digitalSignature: true, critical: true },
        { name: "extKeyUsage", serverAuth: true },
        { name: "subjectAltName", altNames: [{ type: 2, value: host }] },
      ],
    });
    return createSecureContext({ key: pems.private, cert: pems.cert });
  }
}

// The machine's clock, not the emulated one: it is the client that checks, by its own. A day back allows for a wrong one.
function createValidity(): { notBeforeDate: Date; notAfterDate: Date } {
  const now = Date.now();
  return { notBeforeDate: new Date(now - dayMs), notAfterDate: new Date(now + 30 * dayMs) };
}
