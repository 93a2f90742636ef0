/**
 * The variables that send a client's every connection through the emulator's proxy and make it trust the emulator's
 * certificates. They must be set before the client's process starts.
 *
 * Only upper case for the proxy itself: the gRPC library of Node reads the lower-case name too and would take the
 * connection between Pulumi's engine and its plugins through the proxy.
 */
export function createClientEnvironment(proxyUrl: string, caFile: string): Record<string, string> {
  const local = "127.0.0.1,localhost";
  return {
    HTTPS_PROXY: proxyUrl,
    HTTP_PROXY: proxyUrl,
    NO_PROXY: local,
    no_proxy: local,
    // Go and OpenSSL, Node, Python.
    SSL_CERT_FILE: caFile,
    NODE_EXTRA_CA_CERTS: caFile,
    REQUESTS_CA_BUNDLE: caFile,
  };
}
