// Whoever holds an assertion in a file and gets an access token for it, with Microsoft's own client.
import { readFile } from "node:fs/promises";
import { ClientAssertionCredential } from "@azure/identity";
import { readVariable } from "./read-variable.mjs";

const credential = new ClientAssertionCredential(
  readVariable("ARM_TENANT_ID"),
  readVariable("ARM_CLIENT_ID"),
  () => readFile(readVariable("ARM_OIDC_TOKEN_FILE_PATH"), "utf8"),
  { authorityHost: readVariable("AUTHORITY_HOST"), retryOptions: { maxRetries: 0 } },
);

const { token } = await credential.getToken(readVariable("SCOPE"));
process.stdout.write(token);
